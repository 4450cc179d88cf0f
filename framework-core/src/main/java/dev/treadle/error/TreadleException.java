package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Treadle throws. The message says what happened, with the values, and what to do; the code is
 * stable and documented.
 *
 * @since 0.1
 */
public class TreadleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;

  /** An exception without a cause. */
  public TreadleException(ProblemCode code, String message) {
    super(message);
    this.code = code;
  }

  /** An exception that wraps what caused it, once. */
  public TreadleException(ProblemCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The stable code of the problem. */
  public final ProblemCode code() {
    return code;
  }

  /** Whose move it is. */
  public final ErrorKind kind() {
    return code.kind();
  }

  /** Whether the same call may succeed later without a change. Default false. */
  public boolean retryable() {
    return false;
  }
}
