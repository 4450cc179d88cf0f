package dev.treadle.run.failure;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;

/** The attempt is not wanted any more: the run was cancelled or has failed. */
public final class RunCancelledException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public RunCancelledException() {
    this("The run was cancelled");
  }

  /** For a reason of its own. */
  public RunCancelledException(String message) {
    super(CoreProblem.RUN_CANCELLED, message);
  }
}
