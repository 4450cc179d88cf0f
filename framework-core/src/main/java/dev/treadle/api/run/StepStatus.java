package dev.treadle.api.run;

/**
 * The state of a step in a run.
 *
 * @since 0.1
 */
public enum StepStatus {
  /** Waits for what it needs. */
  NEW,
  /** Waits for a place to run. */
  QUEUED,
  RUNNING,
  COMPLETED,
  /** A stored result was used. */
  CACHED,
  /** The branch took the other side. */
  SKIPPED,
  FAILED,
  CANCELLED,
  /** The run ended before the step could start. */
  NOT_RUN;

  public boolean isTerminal() {
    return this != NEW && this != QUEUED && this != RUNNING;
  }

  /** Whether its outputs can be used. */
  public boolean hasOutputs() {
    return this == COMPLETED || this == CACHED;
  }
}
