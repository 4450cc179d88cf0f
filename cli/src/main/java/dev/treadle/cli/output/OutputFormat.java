package dev.treadle.cli.output;

import java.util.Locale;

/** The values of {@code -o}. */
public enum OutputFormat {
  TABLE,
  JSON,
  /** One JSON object a line. */
  NDJSON,
  /** Tabs between cells, nothing shortened, absolute times. */
  TSV,
  /** References only, one a line, for other commands. */
  NAME;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isJson() {
    return this == JSON || this == NDJSON;
  }
}
