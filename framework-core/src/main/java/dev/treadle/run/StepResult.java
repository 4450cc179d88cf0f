package dev.treadle.run;

import dev.treadle.api.run.StepStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a step ended, for those who wait for it.
 *
 * @param outputs by output name in the order of the record; empty unless the status has outputs
 */
record StepResult(StepStatus status, Map<String, Produced> outputs) {
  StepResult {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  static StepResult without(StepStatus status) {
    return new StepResult(status, Map.of());
  }
}
