package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import dev.treadle.launch.OnFailure;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.failure.RunCancelledException;
import dev.treadle.run.task.Task;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a run is going to end: well, until something fails or it is cancelled. The first failure counts. Thread-safe. */
final class Verdict {
  private final OnFailure onFailure;
  private final AtomicReference<@Nullable String> error = new AtomicReference<>();
  private volatile boolean cancelled;
  private volatile String cancelledBy = "";
  private volatile boolean expired;

  Verdict(OnFailure onFailure) {
    this.onFailure = onFailure;
  }

  void fail(Task task, Throwable thrown) {
    error.compareAndSet(null, task.label() + ": " + Failures.of(thrown).shortText());
  }

  /**
   * @param by who asked for it and why, may be empty
   */
  void cancel(String by) {
    if (!cancelled) {
      cancelledBy = by;
      cancelled = true;
    }
  }

  /** The time of the run is up. */
  void expire(Duration timeout) {
    error.compareAndSet(
        null, "the run did not end within its timeout of " + timeout.toMillis() / 1000.0 + " s");
    expired = true;
  }

  /** Why what runs is stopped. */
  RunCancelledException stop() {
    if (cancelled) {
      return new RunCancelledException();
    }
    return new RunCancelledException(
        expired ? "The time of the run was up" : "Another step of the run failed");
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Whether nothing speaks against starting more. */
  boolean isGood() {
    return !cancelled && !expired && (error.get() == null || onFailure == OnFailure.KEEP_GOING);
  }

  /** Whether what runs is to be stopped because a step has failed or the time is up. */
  boolean isHasty() {
    return expired || (error.get() != null && onFailure == OnFailure.FAIL_FAST);
  }

  /** One line on what failed first, or on who cancelled; null when there is nothing to say. */
  @Nullable
  String error() {
    String failed = error.get();
    return failed == null && cancelled && !cancelledBy.isEmpty()
        ? "cancelled " + cancelledBy
        : failed;
  }

  RunStatus status() {
    if (error.get() != null) {
      return RunStatus.FAILED;
    }
    return cancelled ? RunStatus.CANCELLED : RunStatus.COMPLETED;
  }

  /** Why a task does not run any more, whatever it needs. */
  String reason() {
    if (cancelled) {
      return "the run was cancelled";
    }
    if (expired) {
      return "the time of the run was up";
    }
    return error.get() == null ? "the run is ending" : "another step had failed";
  }
}
