package dev.treadle.api.run;

/**
 * The state of one attempt of a step.
 *
 * @since 0.1
 */
public enum AttemptStatus {
  RUNNING,
  COMPLETED,
  FAILED,
  /** Its process was lost. */
  INTERRUPTED,
  CANCELLED
}
