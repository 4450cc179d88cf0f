package dev.treadle.run;

import dev.treadle.api.Retry;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.run.failure.AttemptLostException;
import dev.treadle.run.failure.RecordedFailure;
import dev.treadle.run.failure.StepTimeoutException;
import dev.treadle.run.task.StepWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether another attempt follows one that failed, and after which pause. What the step itself did wrong is on the account of
 * its {@link Retry}; what befell its process is on another, so that a machine that dies never eats the user's retries.
 */
final class Retries {
  /** For attempts that were lost. */
  private static final Retry OF_LOST = Retry.times(3)
      .withDelay(Duration.ofSeconds(5))
      .withMaxDelay(Duration.ofSeconds(60))
      .withJitter(1);

  private Retries() {}

  /** The pause before the next attempt; empty when the step has failed for good. */
  static Optional<Duration> pause(StepWork work, Throwable thrown) {
    Retry retry = work.step().options().retry();
    boolean lost = thrown instanceof AttemptLostException;
    if (lost) {
      return pause(OF_LOST, work, AttemptStatus.INTERRUPTED);
    }
    boolean wanted = (retry.on().isEmpty() || isAmong(thrown, work, retry.on()))
        && !isAmong(thrown, work, retry.abortOn());
    return wanted ? pause(retry, work, AttemptStatus.FAILED) : Optional.empty();
  }

  /** The pause after so many failures, from 1. */
  static Duration pause(Retry retry, int failures, SplittableRandom random) {
    double longest = Math.min(
        (double) retry.delay().toMillis() * Math.pow(retry.factor(), failures - 1),
        (double) retry.maxDelay().toMillis());
    return Duration.ofMillis(Math.round(longest * (1 - retry.jitter() * random.nextDouble())));
  }

  private static Optional<Duration> pause(Retry retry, StepWork work, AttemptStatus status) {
    int failures = work.ended(status);
    // Items of a map fail together; their ids differ, and so do their pauses.
    return failures > retry.times()
        ? Optional.empty()
        : Optional.of(pause(
            retry, failures, new SplittableRandom(work.id().getLeastSignificantBits() + failures)));
  }

  /** Whether the exception or one that it extends is named. */
  private static boolean isAmong(Throwable thrown, StepWork work, List<String> names) {
    if (names.isEmpty()) {
      return false;
    }
    if (thrown instanceof RecordedFailure recorded) {
      return isAmong(recorded.failure().errorClass(), work, names);
    }
    return isAmong(thrown.getClass(), names);
  }

  /** An exception of another process: the class is likely to be here too, else its name alone counts. */
  private static boolean isAmong(String errorClass, StepWork work, List<String> names) {
    try {
      ClassLoader loader = work.step().method().getDeclaringClass().getClassLoader();
      return isAmong(Class.forName(errorClass, false, loader), names);
    } catch (ClassNotFoundException | LinkageError e) {
      return names.contains(errorClass);
    }
  }

  private static boolean isAmong(Class<?> thrown, List<String> names) {
    if (thrown == StepTimeoutException.class) {
      return names.contains(TimeoutException.class.getName());
    }
    for (@Nullable Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      if (names.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }
}
