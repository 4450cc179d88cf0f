package dev.treadle.metadata;

import dev.treadle.api.run.RunStatus;
import java.util.Optional;

/**
 * Which runs to list.
 *
 * @param beforeNumber only runs with a smaller number; {@code Long.MAX_VALUE} for the first page
 */
public record RunFilter(
    Optional<String> pipeline, Optional<RunStatus> status, long beforeNumber, int limit) {

  public static RunFilter newest(int limit) {
    return new RunFilter(Optional.empty(), Optional.empty(), Long.MAX_VALUE, limit);
  }

  public RunFilter ofPipeline(String name) {
    return new RunFilter(Optional.of(name), status, beforeNumber, limit);
  }

  public RunFilter withStatus(RunStatus value) {
    return new RunFilter(pipeline, Optional.of(value), beforeNumber, limit);
  }

  public RunFilter before(long number) {
    return new RunFilter(pipeline, status, number, limit);
  }
}
