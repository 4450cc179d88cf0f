package dev.treadle.run.task;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.compile.CompiledStep;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.run.value.InputValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A step that is ready: its inputs are known. Its attempts are one after the other, in whatever threads. */
public final class StepWork {
  private final Task task;
  private final CompiledStep step;
  private final UUID id;
  private final List<InputValue> inputs;
  private final int earlier;
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private int recorded;

  public StepWork(Task task, CompiledStep step, UUID id, List<InputValue> inputs) {
    this(task, step, id, inputs, 0, Optional.empty());
  }

  /**
   * @param earlier how many attempts were recorded before this process led the run
   * @param lost the attempt that was under way when its process was lost
   */
  public StepWork(
      Task task,
      CompiledStep step,
      UUID id,
      List<InputValue> inputs,
      int earlier,
      Optional<AttemptRecord> lost) {
    this.task = task;
    this.step = step;
    this.id = id;
    this.inputs = List.copyOf(inputs);
    this.earlier = earlier;
    lost.ifPresent(attempts::add);
  }

  public Task task() {
    return task;
  }

  public CompiledStep step() {
    return step;
  }

  /** The step run's. */
  public UUID id() {
    return id;
  }

  public List<InputValue> inputs() {
    return inputs;
  }

  /** Those that have ended since this process leads the run, and the one that was lost then. */
  public synchronized List<AttemptRecord> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized void ended(AttemptRecord attempt) {
    attempts.add(attempt);
  }

  /** Takes note of an attempt that the store knows already. */
  public synchronized void recorded(AttemptRecord attempt) {
    attempts.add(attempt);
    recorded = attempts.size();
  }

  /** The ended attempts that the store does not know yet; from now on it does. */
  public synchronized List<AttemptRecord> takeUnrecorded() {
    List<AttemptRecord> unrecorded = List.copyOf(attempts.subList(recorded, attempts.size()));
    recorded = attempts.size();
    return unrecorded;
  }

  /** Whether the store knows all attempts that have ended. */
  public synchronized boolean isRecorded() {
    return recorded == attempts.size();
  }

  /** The number of the attempt that is next, from 1. */
  public synchronized int nextAttempt() {
    return earlier + attempts.size() + 1;
  }

  /** How many attempts have ended that way. */
  public synchronized int ended(AttemptStatus status) {
    return (int) attempts.stream().filter(each -> each.status() == status).count();
  }

  public synchronized AttemptRecord last() {
    return attempts.get(attempts.size() - 1);
  }
}
