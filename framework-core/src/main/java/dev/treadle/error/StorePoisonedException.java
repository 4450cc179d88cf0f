package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * A write could not be made durable, so the store takes no more until it is opened again.
 *
 * @since 0.1
 */
public final class StorePoisonedException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the store; the cause is the failed write. */
  public StorePoisonedException(String store, @Nullable Throwable cause) {
    super(
        CoreProblem.STORE_POISONED,
        "Store '" + store + "' takes no more writes: the disk failed to make one durable"
            + (cause == null ? "" : " (" + cause.getMessage() + ")")
            + ". Check the disk, then open the store again",
        cause);
  }
}
