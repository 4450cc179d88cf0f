package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * A value could not be stored, or what is stored could not be read as the wanted type.
 *
 * @since 0.1
 */
public class MaterializationException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** An exception of the given code. */
  public MaterializationException(ProblemCode code, String message) {
    super(code, message);
  }

  /** An exception of the given code. */
  public MaterializationException(ProblemCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
