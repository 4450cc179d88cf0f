package dev.treadle.cli.output;

import java.util.Locale;

/** The values of {@code -o}. */
public enum OutputFormat {
  TABLE,
  /** A table with every column. */
  WIDE,
  JSON,
  YAML,
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

  /** Whether results are documents for programs, and errors too. */
  public boolean isDocument() {
    return this == JSON || this == NDJSON || this == YAML;
  }

  /** Whether results are laid out for people. */
  public boolean isTable() {
    return this == TABLE || this == WIDE;
  }
}
