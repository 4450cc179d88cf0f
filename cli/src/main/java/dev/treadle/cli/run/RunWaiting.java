package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Waits until a run does not go on any more. */
final class RunWaiting {
  /** No limit. */
  static final Duration FOR_EVER = Duration.ofDays(365L * 100);

  private static final int LOOK_MILLIS = 200;

  private RunWaiting() {}

  /**
   * The run when it has ended or lost its process; empty when the time is up.
   *
   * @throws TreadleException RUN-202 when it is deleted meanwhile
   */
  static Optional<PipelineRun> of(UUID run, ProjectStore store, Duration longest) {
    long start = System.nanoTime();
    while (true) {
      PipelineRun found = store
          .queries()
          .run(run)
          .orElseThrow(
              () -> new TreadleException(CoreProblem.RUN_NOT_FOUND, "The run " + run + " is gone"));
      if (found.status() != RunStatus.RUNNING) {
        return Optional.of(found);
      }
      if (System.nanoTime() - start >= longest.toNanos()) {
        return Optional.empty();
      }
      pause();
    }
  }

  /** The pause between two looks. */
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TreadleException(CoreProblem.RUN_CANCELLED, "Waiting was interrupted", e);
    }
  }
}
