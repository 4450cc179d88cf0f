package dev.treadle.run;

import dev.treadle.api.run.StepStatus;
import java.util.Map;

/**
 * How a step ended, for those who wait for it.
 *
 * @param outputs by output name; empty unless the status has outputs
 */
record StepResult(StepStatus status, Map<String, Produced> outputs) {

  static StepResult without(StepStatus status) {
    return new StepResult(status, Map.of());
  }
}
