package dev.treadle.run.attempt;

import dev.treadle.api.run.Failure;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.StepDetail;
import dev.treadle.run.failure.RecordedFailure;
import dev.treadle.run.task.StepWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt that a process of its own executes, as the process that leads the run sees it: what is recorded counts. */
final class ProcessExecution {
  /** How much longer than its timeout the process may take. */
  private static final Duration NET = Duration.ofSeconds(30);

  private final Attempt attempt;
  private final RunScope scope;
  private final AttemptObserver observer;
  private final UserCall call;

  ProcessExecution(Attempt attempt, RunScope scope, AttemptObserver observer, UserCall call) {
    this.attempt = attempt;
    this.scope = scope;
    this.observer = observer;
    this.call = call;
  }

  /** Records the start; gives the main class of the process and its arguments. */
  List<String> begin() {
    StepWork work = attempt.work();
    observer.started(attempt, attempt.starts());
    // The process will look for it.
    scope.recorded(work.id());
    // The process keeps the time itself; this is for one that cannot any more.
    work.step().options().timeout().map(NET::plus).ifPresent(net -> {
      var unused = attempt.stopAfter(net);
    });
    return scope.command(work.task(), attempt.number(), attempt.decision().reason());
  }

  /** The process has ended: what it has recorded is the outcome, else its exit code says why it failed. */
  void ended(int exitCode, String lastWords) {
    StepWork work = attempt.work();
    scope.publisher().clean(attempt.folder());
    StepDetail detail = scope.recorded(work.id());
    Optional<AttemptRecord> recorded = detail.attempts().stream()
        .filter(each -> each.number() == attempt.number())
        .findFirst();
    recorded.ifPresent(work::recorded);
    if (detail.step().status().hasOutputs()) {
      observer.endedApart(attempt, detail.step());
    } else {
      failed(recorded.orElse(null), exitCode, lastWords);
    }
  }

  private void failed(@Nullable AttemptRecord recorded, int exitCode, String lastWords) {
    StepWork work = attempt.work();
    Failure failure = recorded == null ? null : recorded.failure();
    Throwable thrown = call.reason(
        failure == null
            ? ExitMeaning.explain(work.task().label(), exitCode, lastWords)
            : new RecordedFailure(failure));
    if (recorded == null) {
      Instant now = scope.clock().instant();
      work.ended(AttemptRecords.of(attempt, thrown, now, null, 0));
    }
    observer.ended(attempt, AttemptOutcome.failed(thrown));
  }
}
