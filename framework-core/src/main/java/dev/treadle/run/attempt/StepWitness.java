package dev.treadle.run.attempt;

import dev.treadle.run.task.Task;

/** Who is told what happens in steps that run. */
public interface StepWitness {

  void progress(Task task, long done, long total);

  /** Waits until queries see what was recorded so far. */
  void awaitVisible();
}
