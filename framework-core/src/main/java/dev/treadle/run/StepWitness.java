package dev.treadle.run;

/** Who is told what happens in steps that run. */
interface StepWitness {

  void progress(Task task, long done, long total);

  /** Waits until queries see what was recorded so far. */
  void awaitVisible();
}
