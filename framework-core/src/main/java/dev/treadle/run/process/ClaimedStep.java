package dev.treadle.run.process;

import dev.treadle.api.run.StepRun;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.ProcessExit;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.RenewClaim;
import dev.treadle.metadata.UnderClaim;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.run.attempt.Attempt;
import dev.treadle.run.attempt.AttemptObserver;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.LocalScope;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.failure.RunCancelledException;
import dev.treadle.run.recording.StepEndings;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.StepWork;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An attempt that this process has claimed, and executes once. */
public final class ClaimedStep implements AttemptObserver {
  private final RunServices services;
  private final LocalScope scope;
  private final StepWork work;
  private final StepEndings endings;
  private final UUID run;
  private final long fence;
  private final Attempt attempt;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  ClaimedStep(
      RunServices services,
      LocalScope scope,
      StepWork work,
      CacheDecision decision,
      UUID run,
      long fence) {
    this.services = services;
    this.scope = scope;
    this.work = work;
    this.run = run;
    this.fence = fence;
    this.endings = new StepEndings(run, services.clock(), services.ids(), Resumption.NONE);
    this.attempt = new Attempt(scope, this, work, decision);
  }

  /** Executes the attempt and records its end; gives the exit code of the process. */
  public int execute() {
    long pause = Lease.RENEWAL.toMillis();
    var unusedRenewals =
        scope.timer().scheduleAtFixedRate(this::renew, pause, pause, TimeUnit.MILLISECONDS);
    // In a thread of its own, as one that does not end must not keep the process.
    Thread thread = new Thread(attempt::execute, "treadle-step");
    thread.setDaemon(true);
    thread.start();
    int code = exit.join();
    scope.close();
    return code;
  }

  /** Asks the step to stop: its run is cancelled, or nobody waits for it any more. */
  public void cancel() {
    attempt.stop(new RunCancelledException());
  }

  @Override
  public boolean mayStart() {
    return true;
  }

  @Override
  public void notStarted(Attempt mine, @Nullable TreadleException cause) {
    exit.complete(ProcessExit.CANCELLED);
  }

  @Override
  public void started(Attempt mine, Instant at) {}

  @Override
  public void givenUp(Attempt mine) {}

  @Override
  public void ended(Attempt mine, AttemptOutcome outcome) {
    Throwable thrown = outcome.thrown();
    try {
      if (thrown == null) {
        complete(outcome);
        exit.complete(ProcessExit.RECORDED);
      } else {
        write(endings.attempt(work, work.last(), attempt.notes()));
        exit.complete(
            thrown instanceof RunCancelledException ? ProcessExit.CANCELLED : ProcessExit.FAILED);
      }
    } catch (TreadleException e) {
      notRecorded(e);
    }
  }

  @Override
  public void stopApart(Attempt mine) {}

  @Override
  public void endedApart(Attempt mine, StepRun end) {}

  @Override
  public void broke(Throwable because) {
    exit.completeExceptionally(because);
  }

  private void complete(AttemptOutcome outcome) {
    write(endings
        .completed(work, attempt.decision(), outcome.outputs(), attempt.notes())
        .unit());
  }

  private void write(UnitOfWork<?> end) {
    services.metadata().write(new UnderClaim<>(work.id(), fence, end));
  }

  /** A refused renewal ends the process; a store that cannot be reached does not. */
  private void renew() {
    var unused = services
        .metadata()
        .enqueue(new RenewClaim(run, work.id(), fence, Lease.LENGTH))
        .whenComplete((lease, thrown) -> {
          if (lease != null && lease.cancel().isPresent()) {
            cancel();
          } else if (thrown != null && isFenced(thrown)) {
            exit.complete(ProcessExit.FENCED);
          }
        });
  }

  private void notRecorded(TreadleException e) {
    if (isFenced(e)) {
      exit.complete(ProcessExit.FENCED);
    } else {
      exit.completeExceptionally(e);
    }
  }

  private static boolean isFenced(Throwable thrown) {
    Throwable cause = thrown.getCause() != null && !(thrown instanceof TreadleException)
        ? thrown.getCause()
        : thrown;
    return cause instanceof TreadleException problem
        && problem.code() == CoreProblem.RUN_TAKEN_OVER;
  }
}
