package dev.treadle.api.run;

/**
 * How a step run relates to an artifact version.
 *
 * @since 0.1
 */
public enum EdgeRole {
  /** Bound in the graph and handed over. */
  INPUT,
  /** Bound but never opened. */
  INPUT_UNUSED,
  /** Opened by the step without being declared. */
  OBSERVED_INPUT,
  /** Returned. */
  OUTPUT,
  /** Saved by the step through its context. */
  OBSERVED_OUTPUT,
  /** Data that stays where it is. */
  EXTERNAL;

  /** Whether the step wrote the version. */
  public boolean isOutput() {
    return this == OUTPUT || this == OBSERVED_OUTPUT;
  }
}
