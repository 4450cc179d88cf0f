package dev.treadle.run;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;

/** The run was cancelled. */
final class RunCancelledException extends TreadleException {
  private static final long serialVersionUID = 1L;

  RunCancelledException() {
    super(CoreProblem.RUN_CANCELLED, "The run was cancelled");
  }
}
