package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/** A value could not be stored, or what is stored could not be read as the wanted type. */
public class MaterializationException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public MaterializationException(ProblemCode code, String message) {
    super(code, message);
  }

  public MaterializationException(ProblemCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
