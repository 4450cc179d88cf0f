package dev.treadle.error;

/**
 * A store root holds another store than expected, or a layout that this version does not know.
 *
 * @since 0.1
 */
public final class StoreLayoutException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** The message names the store and what is wrong with it. */
  public StoreLayoutException(String message) {
    super(CoreProblem.STORE_LAYOUT, message);
  }
}
