package dev.treadle.error;

/**
 * An artifact store holds other bytes at a path that were to be created; the bytes that were there stay.
 *
 * @since 0.1
 */
public final class StoreConflictException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the path and both digests. */
  public StoreConflictException(String store, String path, String found, String expected) {
    super(
        CoreProblem.ART_CONFLICT,
        "Store '" + store + "' holds other bytes at " + path + ": found " + found + ", expected "
            + expected
            + ". Objects are never overwritten: verify the store, and restore or delete the object");
  }
}
