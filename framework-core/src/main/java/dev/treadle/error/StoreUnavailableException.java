package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * The disk or service behind a store failed, or the call was interrupted; the same call may succeed later.
 *
 * @since 0.1
 */
public final class StoreUnavailableException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** The message names the store and what failed. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(CoreProblem.STORE_IO, message, cause);
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
