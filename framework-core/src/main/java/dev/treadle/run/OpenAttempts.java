package dev.treadle.run;

import dev.treadle.run.attempt.Attempt;
import dev.treadle.spi.Orchestrator;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The attempts of one run that wait or run. Thread-safe. */
final class OpenAttempts {
  private final Orchestrator.Execution execution;
  private final ScheduledExecutorService timer;
  private final BooleanSupplier mayStart;
  private final Set<Attempt> open = ConcurrentHashMap.newKeySet();

  /**
   * @param mayStart whether attempts may still start; those that may not are withdrawn
   */
  OpenAttempts(
      Orchestrator.Execution execution, ScheduledExecutorService timer, BooleanSupplier mayStart) {
    this.execution = execution;
    this.timer = timer;
    this.mayStart = mayStart;
  }

  /** Hands an attempt to the orchestrator. */
  void submit(Attempt attempt) {
    open.add(attempt);
    execution.submit(attempt);
    withdrawIfLate(attempt);
  }

  /** The same after a pause, in which the attempt takes no place. */
  void submitAfter(Attempt attempt, Duration pause) {
    if (pause.isZero()) {
      submit(attempt);
      return;
    }
    open.add(attempt);
    var unused = timer.schedule(
        () -> attempt.guarded(() -> submit(attempt)), pause.toMillis(), TimeUnit.MILLISECONDS);
    withdrawIfLate(attempt);
  }

  void ended(Attempt attempt) {
    open.remove(attempt);
  }

  /** What will not start need not wait for a place: those that have the places may never end. */
  void withdraw() {
    open.forEach(Attempt::withdraw);
  }

  /** Stops those that run. */
  void stop(Supplier<? extends Throwable> because) {
    open.forEach(attempt -> attempt.stop(because.get()));
  }

  private void withdrawIfLate(Attempt attempt) {
    if (!mayStart.getAsBoolean()) {
      attempt.withdraw();
    }
  }
}
