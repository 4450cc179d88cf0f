package dev.treadle.error;

/** A store root holds another store than expected, or a layout that this version does not know. */
public final class StoreLayoutException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public StoreLayoutException(String message) {
    super(CoreProblem.STORE_LAYOUT, message);
  }
}
