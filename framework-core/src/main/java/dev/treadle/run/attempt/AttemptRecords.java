package dev.treadle.run.attempt;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.run.failure.AttemptLostException;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.failure.RunCancelledException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Attempts that have ended, as they are recorded. */
final class AttemptRecords {
  private AttemptRecords() {}

  /**
   * The record of an attempt.
   *
   * @param thrown why it failed, null when it completed
   * @param logPath where its log is, null when it said nothing
   */
  static AttemptRecord of(
      Attempt attempt,
      @Nullable Throwable thrown,
      Instant endedAt,
      @Nullable String logPath,
      long logBytes) {
    Instant startedAt = attempt.startedAt();
    return new AttemptRecord(
        attempt.number(),
        status(thrown),
        startedAt == null ? endedAt : startedAt,
        endedAt,
        thrown == null ? null : Failures.of(thrown),
        logPath,
        logBytes,
        RunEnvironment.host());
  }

  private static AttemptStatus status(@Nullable Throwable thrown) {
    if (thrown == null) {
      return AttemptStatus.COMPLETED;
    }
    if (thrown instanceof AttemptLostException) {
      return AttemptStatus.INTERRUPTED;
    }
    return thrown instanceof RunCancelledException ? AttemptStatus.CANCELLED : AttemptStatus.FAILED;
  }
}
