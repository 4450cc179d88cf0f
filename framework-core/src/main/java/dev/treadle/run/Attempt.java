package dev.treadle.run;

import dev.treadle.api.Resources;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import dev.treadle.error.TreadleException;
import dev.treadle.log.AttemptLog;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.spi.StepAttempt;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step in this process. Ends once: by its own return, by being given up after it was asked to stop, or
 * without having started; what comes later is ignored, so that an attempt that outlives its timeout publishes nothing.
 */
final class Attempt implements StepAttempt {
  /** How long an attempt that was asked to stop may take before the run goes on without it. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private enum Phase {
    QUEUED,
    RUNNING,
    ENDED
  }

  private final RunScope scope;
  private final Observer observer;
  private final StepWork work;
  private final CacheDecision decision;
  private final int number;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);
  private final AttemptNotes notes = new AttemptNotes();
  private final AttemptLog log;
  private final UserCall call = new UserCall();
  private volatile @Nullable Instant startedAt;

  Attempt(RunScope scope, Observer observer, StepWork work, CacheDecision decision) {
    this.scope = scope;
    this.observer = observer;
    this.work = work;
    this.decision = decision;
    this.number = work.nextAttempt();
    this.log = scope.newLog();
  }

  StepWork work() {
    return work;
  }

  CacheDecision decision() {
    return decision;
  }

  AttemptNotes notes() {
    return notes;
  }

  /** The attempt that follows this one. */
  Attempt next() {
    return new Attempt(scope, observer, work, decision);
  }

  @Override
  public String step() {
    return work.task().node.name();
  }

  @Override
  public int mapIndex() {
    return work.task().mapIndex;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Resources resources() {
    return work.step().options().resources();
  }

  @Override
  public void lost(TreadleException cause) {
    guarded(() -> notStarted(cause));
  }

  /** Ends the attempt if it has not started. */
  void withdraw() {
    guarded(() -> notStarted(null));
  }

  @Override
  public void execute() {
    guarded(() -> {
      if (!observer.mayStart()) {
        notStarted(null);
      } else if (phase.compareAndSet(Phase.QUEUED, Phase.RUNNING)) {
        run();
      }
    });
  }

  /**
   * Asks a running attempt to stop: its context says so and its thread is interrupted. When it has not ended after the grace
   * it is given up.
   */
  void stop(Throwable because) {
    if (phase.get() == Phase.RUNNING && call.stop(because)) {
      var unused = scope
          .timer()
          .schedule(() -> guarded(() -> giveUp(because)), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void notStarted(@Nullable TreadleException cause) {
    if (phase.compareAndSet(Phase.QUEUED, Phase.ENDED)) {
      log.close();
      observer.notStarted(this, cause);
    }
  }

  private void run() {
    Instant start = scope.clock().instant();
    startedAt = start;
    Duration timeout = work.step().options().timeout().orElse(null);
    AttemptContext context =
        scope.newContext(work, number, timeout == null ? null : start.plus(timeout), log, notes);
    call.prepare(context);
    observer.started(this, start);
    Future<?> timer = timeout == null ? null : schedule(timeout);
    List<AttemptOutcome> outcome = new ArrayList<>(1);
    LogCapture.within(log, () -> outcome.add(outcome(context)));
    if (timer != null) {
      timer.cancel(false);
    }
    if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
      end(outcome.get(0));
    }
  }

  private Future<?> schedule(Duration timeout) {
    Runnable stop = () -> stop(new StepTimeoutException(work.task().label(), timeout));
    return scope.timer().schedule(stop, timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Goes on without the thread that does not end; it is told that nobody listens. */
  private void giveUp(Throwable because) {
    if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
      observer.givenUp(this);
      call.end();
      end(AttemptOutcome.failed(because));
    }
  }

  private AttemptOutcome outcome(AttemptContext context) {
    try {
      Object result = call.run(work, context);
      return AttemptOutcome.completed(scope.publisher().store(work, result, notes, folder()));
    } catch (InvocationTargetException e) {
      return AttemptOutcome.failed(call.reason(e.getCause() == null ? e : e.getCause()));
    } catch (Throwable e) {
      // Materializers and accessors are user code too, and may throw whatever they like.
      return AttemptOutcome.failed(call.reason(e));
    }
  }

  private void end(AttemptOutcome outcome) {
    Instant endedAt = scope.clock().instant();
    log.end();
    String logPath = scope.publisher().storeLog(work, number, log);
    long logBytes = log.size();
    log.close();
    scope.publisher().clean(folder());
    Throwable thrown = outcome.thrown();
    @Nullable Failure failure = thrown == null ? null : Failures.of(thrown);
    Instant start = startedAt == null ? endedAt : startedAt;
    work.ended(new AttemptRecord(
        number, status(thrown), start, endedAt, failure, logPath, logBytes, RunEnvironment.host()));
    observer.ended(this, outcome);
  }

  private Path folder() {
    return scope.outputDirectory(work, number);
  }

  /** What breaks here would leave the run waiting for ever: nobody else knows that the attempt is over. */
  void guarded(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException | Error e) {
      observer.broke(e);
    }
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

  /** Those who hear of attempts. */
  interface Observer {

    /** Whether attempts may still start. */
    boolean mayStart();

    /**
     * The attempt will not run.
     *
     * @param cause why the orchestrator lost it, null when the run had no use for it any more
     */
    void notStarted(Attempt attempt, @Nullable TreadleException cause);

    void started(Attempt attempt, Instant at);

    /** The attempt does not end though it was asked to; {@link #ended} follows at once. */
    void givenUp(Attempt attempt);

    void ended(Attempt attempt, AttemptOutcome outcome);

    /** The engine itself failed; what became of an attempt is not known. */
    void broke(Throwable because);
  }
}
