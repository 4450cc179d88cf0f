package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * An artifact store refused an action: no permission, a read-only place, or no space left.
 *
 * @since 0.1
 */
public final class StoreAccessException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** The message names action, place and object, and says what to do. */
  public StoreAccessException(String message, @Nullable Throwable cause) {
    super(CoreProblem.STORE_ACCESS, message, cause);
  }
}
