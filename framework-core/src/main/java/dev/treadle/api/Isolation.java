package dev.treadle.api;

/**
 * Where an orchestrator that drives runs in its own process executes the attempts of a step. One that starts a container for
 * each attempt isolates them all.
 *
 * @since 0.1
 */
public enum Isolation {
  /** In a thread of the process that drives the run: no cost, and what ends that process ends the run. */
  THREAD,
  /**
   * In a process of its own: {@code System.exit}, a crash of native code or a heap that is full is that attempt's failure and
   * nothing else's. Costs the start of a JVM.
   */
  PROCESS,
  /** What the pipeline or the orchestrator's settings say; {@link #THREAD} unless they say something. */
  DEFAULT
}
