package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.ErrorKind;
import dev.treadle.error.ProblemCode;
import dev.treadle.error.TreadleException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What kept a pipeline from running, as it crosses from one JVM to the other: a code, which may be a plugin's that the
 * receiver has never heard of, the message, and the trace for {@code --debug}.
 */
public record LaunchError(
    String code,
    ErrorKind kind,
    int exitCode,
    String explanation,
    String message,
    String stackTrace)
    implements ProblemCode {
  private static final String KIND = "Error";

  /** Of anything thrown; what is not ours is a bug. */
  public static LaunchError of(Throwable thrown) {
    ProblemCode code = thrown instanceof TreadleException e ? e.code() : CoreProblem.BUG;
    String message = thrown instanceof TreadleException ? thrown.getMessage() : thrown.toString();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new LaunchError(
        code.code(),
        code.kind(),
        code.exitCode(),
        code.explanation(),
        message == null ? code.explanation() : message,
        trace.toString());
  }

  /** The error in a line of the event stream; empty when the line is something else. */
  public static Optional<LaunchError> read(String line) {
    return Crossing.read(line, KIND, "error", LaunchError.class);
  }

  String toJson() {
    return Crossing.write(KIND, "error", this);
  }
}
