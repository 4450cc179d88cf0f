package dev.treadle.launch;

import java.util.Optional;

/**
 * A line of the log of a step that is being tried.
 *
 * @param line in the form of {@link dev.treadle.log.LogLine}
 */
public record SpinLog(String line) {
  private static final String KIND = "SpinLog";

  /** The line in a line of the event stream; empty when that is something else. */
  public static Optional<SpinLog> read(String line) {
    return Crossing.read(line, KIND, "log", SpinLog.class);
  }

  String toJson() {
    return Crossing.write(KIND, "log", this);
  }
}
