package dev.treadle.api;

import java.util.List;

/**
 * The result of a run-time fan-out: one item for each item of the list that was mapped, in its order.
 *
 * @param <R> the type of the items
 * @since 0.1
 */
public interface MapCall<R> extends Artifact<List<R>> {

  /** Names the fan-out; default the name of the mapped step with {@code -map}. */
  MapCall<R> named(String name);

  /** How many items run at once at most; positive. Default: as many as the orchestrator allows. */
  MapCall<R> maxParallel(int items);
}
