package dev.treadle.run;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.compile.CompiledStep;
import dev.treadle.metadata.AttemptRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that is ready: its inputs are known.
 *
 * @param id the step run's id
 * @param earlier how many attempts were recorded before this process led the run
 * @param attempts those that have ended; appended by one thread at a time
 */
record StepWork(
    Task task,
    CompiledStep step,
    UUID id,
    List<InputValue> inputs,
    int earlier,
    List<AttemptRecord> attempts) {

  StepWork(Task task, CompiledStep step, UUID id, List<InputValue> inputs) {
    this(task, step, id, inputs, 0, Optional.empty());
  }

  /**
   * @param lost the attempt that was under way when its process was lost
   */
  StepWork(
      Task task,
      CompiledStep step,
      UUID id,
      List<InputValue> inputs,
      int earlier,
      Optional<AttemptRecord> lost) {
    this(
        task,
        step,
        id,
        List.copyOf(inputs),
        earlier,
        new ArrayList<>(lost.stream().toList()));
  }

  /** The number of the attempt that is next, from 1. */
  int nextAttempt() {
    return earlier + attempts.size() + 1;
  }

  /** How many attempts have failed, not counting those whose process was lost. */
  int failures() {
    return (int)
        attempts.stream().filter(each -> each.status() == AttemptStatus.FAILED).count();
  }
}
