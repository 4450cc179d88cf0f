package dev.treadle.metadata;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step.
 *
 * @param number from 1
 * @param logPath the log's path in the artifact store, null when nothing was logged
 * @param logBytes its size
 * @param host the machine that executed it, null when it is not known
 */
public record AttemptRecord(
    int number,
    AttemptStatus status,
    Instant startedAt,
    Instant endedAt,
    @Nullable Failure failure,
    @Nullable String logPath,
    long logBytes,
    @Nullable String host) {

  /** On a machine that is not known. */
  public AttemptRecord(
      int number,
      AttemptStatus status,
      Instant startedAt,
      Instant endedAt,
      @Nullable Failure failure,
      @Nullable String logPath,
      long logBytes) {
    this(number, status, startedAt, endedAt, failure, logPath, logBytes, null);
  }
}
