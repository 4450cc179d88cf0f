package dev.treadle.query;

import dev.treadle.api.run.PipelineRun;
import java.time.Duration;
import java.util.Optional;

/**
 * A page of runs.
 *
 * @param after the last run of the page before
 */
public record RunQuery(Filter where, Key key, Order order, Optional<Position> after, int limit) {

  /** What runs are sorted by; of equal ones the newer comes first. */
  public enum Key {
    RUN,
    STARTED,
    /** Runs that still go on count as the longest. */
    TOOK
  }

  /**
   * A run's place in the order.
   *
   * @param key the key's value: the number, or milliseconds
   */
  public record Position(long key, long number) {

    /** The place of a run. */
    public static Position of(Key key, PipelineRun run) {
      long value = switch (key) {
        case RUN -> run.number();
        case STARTED -> run.startedAt().toEpochMilli();
        case TOOK ->
          run.endedAt() == null
              ? Long.MAX_VALUE
              : Duration.between(run.startedAt(), run.endedAt()).toMillis();
      };
      return new Position(value, run.number());
    }
  }

  /** The newest that fit. */
  public static RunQuery newest(Filter where, int limit) {
    return new RunQuery(where, Key.RUN, Order.DESCENDING, Optional.empty(), limit);
  }
}
