package dev.treadle.run.attempt;

import dev.treadle.log.AttemptLog;
import dev.treadle.log.LogCapture;
import dev.treadle.run.attempt.Attempt.Phase;
import dev.treadle.run.task.StepWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An attempt that a thread of this process executes: whoever ends it first, the step or the clock, publishes its end. */
final class ThreadExecution {
  private final Attempt attempt;
  private final RunScope scope;
  private final AttemptObserver observer;
  private final AttemptLog log;
  private final UserCall call;

  ThreadExecution(
      Attempt attempt, RunScope scope, AttemptObserver observer, AttemptLog log, UserCall call) {
    this.attempt = attempt;
    this.scope = scope;
    this.observer = observer;
    this.log = log;
    this.call = call;
  }

  /** Executes it in this thread. */
  void run() {
    StepWork work = attempt.work();
    Instant start = attempt.starts();
    Duration timeout = work.step().options().timeout().orElse(null);
    AttemptContext context = scope.newContext(
        work, attempt.number(), timeout == null ? null : start.plus(timeout), log, attempt.notes());
    call.prepare(context);
    observer.started(attempt, start);
    Future<?> timer = timeout == null ? null : attempt.stopAfter(timeout);
    List<AttemptOutcome> outcome = new ArrayList<>(1);
    LogCapture.within(
        log,
        () -> outcome.add(
            call.outcome(work, context, scope.publisher(), attempt.notes(), attempt.folder())));
    if (timer != null) {
      timer.cancel(false);
    }
    if (attempt.ends(Phase.HERE)) {
      end(outcome.get(0));
    }
  }

  /** Waits no longer than the grace for a step that was asked to stop. */
  void giveUpLater(Throwable because) {
    var unused = scope
        .timer()
        .schedule(
            () -> attempt.guarded(() -> giveUp(because)),
            Attempt.GRACE.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Goes on without the thread that does not end; it is told that nobody listens. */
  private void giveUp(Throwable because) {
    if (attempt.ends(Phase.HERE)) {
      observer.givenUp(attempt);
      call.end();
      end(AttemptOutcome.failed(because));
    }
  }

  private void end(AttemptOutcome outcome) {
    Instant endedAt = scope.clock().instant();
    log.end();
    @Nullable String logPath = scope.publisher().storeLog(attempt.work(), attempt.number(), log);
    long logBytes = log.size();
    log.close();
    scope.publisher().clean(attempt.folder());
    attempt.work().ended(AttemptRecords.of(attempt, outcome.thrown(), endedAt, logPath, logBytes));
    observer.ended(attempt, outcome);
  }
}
