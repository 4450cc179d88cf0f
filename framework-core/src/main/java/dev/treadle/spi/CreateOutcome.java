package dev.treadle.spi;

/**
 * How a create ended.
 *
 * @since 0.1
 */
public enum CreateOutcome {
  /** This call made the object. */
  CREATED,
  /** The same object was there before. */
  ALREADY_THERE
}
