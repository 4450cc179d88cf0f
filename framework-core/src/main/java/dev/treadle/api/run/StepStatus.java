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
  /** An attempt is under way. */
  RUNNING,
  /** It ran and its outputs are committed. */
  COMPLETED,
  /** A stored result was used. */
  CACHED,
  /** The branch took the other side. */
  SKIPPED,
  /** Its last attempt failed. */
  FAILED,
  /** The run was cancelled while it ran. */
  CANCELLED,
  /** Its process was lost while it ran; the run can go on. */
  INTERRUPTED,
  /** The run ended before the step could start. */
  NOT_RUN;

  /** Whether it can change no more in this run. */
  public boolean isTerminal() {
    return this != NEW && this != QUEUED && this != RUNNING && this != INTERRUPTED;
  }

  /** Whether its outputs can be used. */
  public boolean hasOutputs() {
    return this == COMPLETED || this == CACHED;
  }
}
