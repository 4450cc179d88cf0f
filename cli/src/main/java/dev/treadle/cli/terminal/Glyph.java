package dev.treadle.cli.terminal;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;

/** A status at a glance, always printed with its word. */
public enum Glyph {
  DONE("✔", "ok", Style.GOOD),
  BUSY("●", "run", Style.BUSY),
  FAILED("✘", "FAIL", Style.BAD),
  CACHED("◌", "cached", Style.DIM),
  WAITING("·", ".", Style.DIM),
  NONE("–", "-", Style.DIM);

  private final String symbol;
  private final String ascii;
  private final Style style;

  Glyph(String symbol, String ascii, Style style) {
    this.symbol = symbol;
    this.ascii = ascii;
    this.style = style;
  }

  public Style style() {
    return style;
  }

  String symbol(boolean unicode) {
    return unicode ? symbol : ascii;
  }

  public static Glyph of(RunStatus status) {
    return switch (status) {
      case RUNNING -> BUSY;
      case COMPLETED -> DONE;
      case FAILED, INTERRUPTED -> FAILED;
      case CANCELLED -> NONE;
    };
  }

  public static Glyph of(StepStatus status) {
    return switch (status) {
      case NEW, QUEUED -> WAITING;
      case RUNNING -> BUSY;
      case COMPLETED -> DONE;
      case CACHED -> CACHED;
      case FAILED, INTERRUPTED -> FAILED;
      case SKIPPED, CANCELLED, NOT_RUN -> NONE;
    };
  }
}
