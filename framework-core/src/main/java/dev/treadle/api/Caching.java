package dev.treadle.api;

/**
 * Whether a step's stored result may be used again.
 *
 * @since 0.1
 */
public enum Caching {
  /** Used again when code, literals and inputs are the same. */
  ON,
  /** The step runs in every run. */
  OFF
}
