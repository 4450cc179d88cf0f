package dev.treadle.run.failure;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.time.Duration;

/** The attempt's time was up. */
public final class StepTimeoutException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public StepTimeoutException(String step, Duration timeout) {
    super(
        CoreProblem.STEP_TIMEOUT,
        "Step '" + step + "' did not end within its timeout of " + timeout.toMillis() / 1000.0
            + " s");
  }
}
