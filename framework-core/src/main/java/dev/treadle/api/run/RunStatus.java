package dev.treadle.api.run;

/**
 * The state of a run.
 *
 * @since 0.1
 */
public enum RunStatus {
  /** Steps run or will. */
  RUNNING,
  /** Every step completed, was cached or was skipped by a branch. */
  COMPLETED,
  /** At least one step failed. */
  FAILED,
  /** Somebody stopped it. */
  CANCELLED,
  /** Its process is gone; it can go on. */
  INTERRUPTED;

  /** Whether nothing of the run can change any more. */
  public boolean isTerminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
