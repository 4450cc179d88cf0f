package dev.treadle.metadata;

import java.time.Duration;
import java.util.Optional;

/**
 * What whoever leads a run has of it: the right to record what happens in it. Good for {@link #LENGTH} after it was given or
 * renewed, by the database's clock. A run whose lease has run out counts as {@code INTERRUPTED}: its process is gone, or
 * cannot reach the store. It may renew its lease all the same, until somebody else {@linkplain TakeOver takes the run over}.
 *
 * @param cancel who asked that the run be cancelled, and why
 */
public record Lease(Optional<CancelRequest> cancel) {
  /** How long a lease is good. */
  public static final Duration LENGTH = Duration.ofSeconds(15);

  /** How often to renew it. */
  public static final Duration RENEWAL = LENGTH.dividedBy(3);

  /**
   * Somebody wants a run to be cancelled.
   *
   * @param reason may be empty
   */
  public record CancelRequest(String by, String reason) {}
}
