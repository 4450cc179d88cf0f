package dev.treadle.api.run;

/**
 * The state of one attempt of a step.
 *
 * @since 0.1
 */
public enum AttemptStatus {
  /** Under way. */
  RUNNING,
  /** The step method returned and what it returned is stored. */
  COMPLETED,
  /** The step method threw, ran too long, or its values could not be loaded or stored. */
  FAILED,
  /** Its process was lost. */
  INTERRUPTED,
  /** The run was cancelled. */
  CANCELLED
}
