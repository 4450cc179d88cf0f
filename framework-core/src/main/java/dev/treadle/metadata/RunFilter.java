package dev.treadle.metadata;

import dev.treadle.api.run.RunStatus;
import java.util.Optional;

/**
 * Which runs to list.
 *
 * @param beforeNumber only runs with a smaller number; {@code Long.MAX_VALUE} for the first page
 * @param wholeOnly leaves out partial runs, which execute some steps of their pipeline only
 */
public record RunFilter(
    Optional<String> pipeline,
    Optional<RunStatus> status,
    long beforeNumber,
    boolean wholeOnly,
    int limit) {

  public static RunFilter newest(int limit) {
    return new RunFilter(Optional.empty(), Optional.empty(), Long.MAX_VALUE, false, limit);
  }

  public RunFilter ofPipeline(String name) {
    return new RunFilter(Optional.of(name), status, beforeNumber, wholeOnly, limit);
  }

  public RunFilter withStatus(RunStatus value) {
    return new RunFilter(pipeline, Optional.of(value), beforeNumber, wholeOnly, limit);
  }

  public RunFilter before(long number) {
    return new RunFilter(pipeline, status, number, wholeOnly, limit);
  }

  /** Those that went through their whole pipeline and completed. */
  public RunFilter completed() {
    return new RunFilter(pipeline, Optional.of(RunStatus.COMPLETED), beforeNumber, true, limit);
  }
}
