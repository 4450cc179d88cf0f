package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.TreadleException;
import dev.treadle.id.IdGenerator;
import dev.treadle.launch.OnFailure;
import dev.treadle.run.attempt.Attempt;
import dev.treadle.run.attempt.AttemptObserver;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.RunScope;
import dev.treadle.run.failure.RunCancelledException;
import dev.treadle.run.recording.RunRecorder;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.spi.Orchestrator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Drives the graph of one run: starts the steps that its walk through the graph finds ready, has failed ones tried again, and
 * goes on with what their end makes ready. Has no thread of its own: whoever ends a task carries on with the next ones.
 *
 * <p>When a step has failed for good, {@link OnFailure} says what becomes of the others. Whatever goes wrong, in user code or in
 * the engine, the run ends.
 */
final class RunCoordinator implements AttemptObserver {
  private final RunGraph graph;
  private final RunScope scope;
  private final RunRecorder recorder;
  private final Orchestrator.Execution execution;
  private final Verdict verdict;
  private final TaskWalk walk;
  private final OpenAttempts attempts;
  private final CompletableFuture<RunStatus> finished = new CompletableFuture<>();

  RunCoordinator(
      RunGraph graph,
      RunScope scope,
      CacheAdvisor cache,
      RunRecorder recorder,
      Orchestrator.Execution execution,
      IdGenerator ids,
      LeftOut leftOut,
      Resumption before,
      OnFailure onFailure) {
    this.graph = graph;
    this.scope = scope;
    this.recorder = recorder;
    this.execution = execution;
    this.verdict = new Verdict(onFailure);
    this.attempts = new OpenAttempts(execution, scope.timer(), this::mayStart);
    this.walk =
        new TaskWalk(this, graph, cache, recorder, leftOut, before, verdict, ids, scope.clock());
  }

  /** Starts; the result completes when every task has ended, or fails when the run cannot go on. */
  CompletableFuture<RunStatus> start() {
    try {
      if (graph.schedule().isDone()) {
        finish();
      } else {
        walk.start();
      }
    } catch (RuntimeException | Error e) {
      broke(e);
    }
    return finished;
  }

  /**
   * Starts nothing more and stops what runs.
   *
   * @param by who asked for it and why, may be empty
   */
  void cancel(String by) {
    verdict.cancel(by);
    stopWhatIsNotWanted();
    attempts.stop(verdict::stop);
  }

  /** As {@link #cancel}, but the run has failed: its time is up. */
  void expire(Duration timeout) {
    if (!finished.isDone()) {
      verdict.expire(timeout);
      stopWhatIsNotWanted();
    }
  }

  /** Ends the run at once: it cannot be recorded any more, or the engine itself failed. */
  @Override
  public void broke(Throwable because) {
    if (finished.completeExceptionally(because)) {
      attempts.stop(RunCancelledException::new);
    }
  }

  /** One line on what failed first, null when nothing did. */
  @Nullable
  String error() {
    return verdict.error();
  }

  /** Executes a step that is ready. */
  void execute(StepWork work, CacheDecision decision) {
    attempts.submit(new Attempt(scope, this, work, decision));
  }

  /** Every task has ended. */
  void finish() {
    finished.complete(verdict.status());
  }

  @Override
  public boolean mayStart() {
    return verdict.isGood() && !finished.isDone();
  }

  @Override
  public void started(Attempt attempt, Instant at) {
    recorder.started(attempt.work(), attempt.number(), at, attempt.decision().reason());
    if (verdict.isCancelled() || verdict.isHasty() || finished.isDone()) {
      attempt.stop(verdict.stop());
    }
  }

  @Override
  public void notStarted(Attempt attempt, @Nullable TreadleException cause) {
    attempts.ended(attempt);
    if (finished.isDone()) {
      return;
    }
    StepWork work = attempt.work();
    if (cause != null && mayStart()) {
      verdict.fail(work.task(), cause);
      recorder.lost(work, attempt.decision(), cause);
      failed(work, StepStatus.FAILED);
    } else if (work.attempts().isEmpty()) {
      walk.notRun(work.task());
    } else {
      fail(
          attempt,
          verdict.isCancelled() || verdict.isHasty() ? StepStatus.CANCELLED : StepStatus.FAILED);
    }
  }

  @Override
  public void stopApart(Attempt attempt) {
    execution.stop(attempt, Attempt.GRACE);
  }

  @Override
  public void endedApart(Attempt attempt, StepRun end) {
    attempts.ended(attempt);
    if (!finished.isDone()) {
      walk.ended(attempt.work().task(), recorder.endedApart(attempt.work(), end));
    }
  }

  @Override
  public void givenUp(Attempt attempt) {
    execution.giveUp(attempt);
  }

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome) {
    attempts.ended(attempt);
    if (finished.isDone()) {
      return;
    }
    StepWork work = attempt.work();
    Throwable thrown = outcome.thrown();
    if (thrown == null) {
      walk.ended(
          work.task(), recorder.completed(work, attempt.decision(), outcome, attempt.notes()));
    } else if (thrown instanceof RunCancelledException) {
      fail(attempt, StepStatus.CANCELLED);
    } else if (mayStart() && Retries.pause(work, thrown).isPresent()) {
      Duration pause = Retries.pause(work, thrown).orElseThrow();
      recorder.retried(work, attempt.notes(), pause);
      attempts.submitAfter(attempt.next(), pause);
    } else {
      verdict.fail(work.task(), thrown);
      fail(attempt, StepStatus.FAILED);
    }
  }

  private void fail(Attempt last, StepStatus status) {
    recorder.failed(last.work(), status, last.decision(), last.notes());
    failed(last.work(), status);
  }

  private void failed(StepWork work, StepStatus status) {
    walk.ended(work.task(), StepResult.without(status));
    stopWhatIsNotWanted();
  }

  /** Withdraws what will not start, and stops what runs if the failure of another is to end it. */
  void stopWhatIsNotWanted() {
    if (!mayStart()) {
      attempts.withdraw();
    }
    if (verdict.isHasty()) {
      attempts.stop(verdict::stop);
    }
  }
}
