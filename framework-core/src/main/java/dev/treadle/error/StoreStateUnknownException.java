package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a create was lost, so the object may or may not exist. Creating it again is safe.
 *
 * @since 0.1
 */
public final class StoreStateUnknownException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the store and the path; the cause is the lost answer. */
  public StoreStateUnknownException(String store, String path, @Nullable Throwable cause) {
    super(
        CoreProblem.STORE_STATE_UNKNOWN,
        "Store '" + store + "' gave no answer to the creation of " + path
            + ". Create it again: that is safe",
        cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
