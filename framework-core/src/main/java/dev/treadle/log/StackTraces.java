package dev.treadle.log;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text. */
public final class StackTraces {
  private StackTraces() {}

  /** The trace with its causes, without a final line end. */
  public static String text(Throwable thrown) {
    StringWriter text = new StringWriter();
    try (PrintWriter writer = new PrintWriter(text)) {
      thrown.printStackTrace(writer);
    }
    return text.toString().stripTrailing();
  }
}
