package dev.treadle.run;

import dev.treadle.compile.CompiledStep;
import dev.treadle.metadata.AttemptRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A step that is ready: its inputs are known.
 *
 * @param id the step run's id
 * @param attempts those that have ended; appended by one thread at a time
 */
record StepWork(
    Task task, CompiledStep step, UUID id, List<InputValue> inputs, List<AttemptRecord> attempts) {

  StepWork(Task task, CompiledStep step, UUID id, List<InputValue> inputs) {
    this(task, step, id, List.copyOf(inputs), new ArrayList<>(1));
  }
}
