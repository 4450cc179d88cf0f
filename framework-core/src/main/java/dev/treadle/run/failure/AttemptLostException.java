package dev.treadle.run.failure;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;

/** The attempt's process ended without a word, and not by the step's doing as far as one can see. */
public final class AttemptLostException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public AttemptLostException(String message) {
    super(CoreProblem.STEP_LOST, message);
  }
}
