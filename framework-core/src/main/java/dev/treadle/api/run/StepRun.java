package dev.treadle.api.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, as read from the store.
 *
 * @param step the node's name
 * @param mapIndex the item's index when it runs in a map, else -1
 * @param attempts how many attempts there were; 0 when it was cached or skipped
 * @param reason why it ran, was cached or was skipped, as one line; null before that is known
 * @param cachedFrom the number of the run whose result was used, null unless cached
 * @param failure the last attempt's, null unless failed
 * @param summary what it produced or said, as one line; empty when nothing
 * @since 0.1
 */
public record StepRun(
    UUID id,
    UUID runId,
    String step,
    int mapIndex,
    StepStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int attempts,
    @Nullable String reason,
    @Nullable Long cachedFrom,
    @Nullable Failure failure,
    String summary) {

  /** {@code train} or {@code trial[3]}. */
  public String label() {
    return mapIndex < 0 ? step : step + "[" + mapIndex + "]";
  }
}
