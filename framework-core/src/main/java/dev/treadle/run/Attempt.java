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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step in this process. Ends once: by its own return, by its timeout, or by being lost; what comes later is
 * ignored, so that an attempt that outlives its timeout publishes nothing.
 */
final class Attempt implements StepAttempt {
  /** How long an interrupted attempt may take to end before the run goes on without it. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private enum Phase {
    QUEUED,
    RUNNING,
    ENDED
  }

  private final RunScope scope;
  private final StepWork work;
  private final CacheDecision decision;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);
  private final AttemptNotes notes = new AttemptNotes();
  private final AttemptLog log;
  private final Object threadLock = new Object();
  private @Nullable Thread thread;
  private @Nullable AttemptContext context;
  private volatile @Nullable Throwable stoppedBecause;

  Attempt(RunScope scope, StepWork work, CacheDecision decision) {
    this.scope = scope;
    this.work = work;
    this.decision = decision;
    this.log = scope.newLog();
  }

  StepWork work() {
    return work;
  }

  CacheDecision decision() {
    return decision;
  }

  String reason() {
    return decision.reason();
  }

  /** The attempt that follows this one. */
  Attempt next() {
    return new Attempt(scope, work, decision);
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
    return work.attempts().size() + 1;
  }

  @Override
  public Resources resources() {
    return work.step().options().resources();
  }

  @Override
  public void lost(TreadleException cause) {
    if (phase.compareAndSet(Phase.QUEUED, Phase.ENDED)) {
      log.close();
      scope.attempts().notStarted(this);
    }
  }

  @Override
  public void execute() {
    if (!scope.attempts().mayStart() || !phase.compareAndSet(Phase.QUEUED, Phase.RUNNING)) {
      lost(new TreadleException(dev.treadle.error.CoreProblem.RUN_CANCELLED, "The run is ending"));
      return;
    }
    Instant startedAt = scope.clock().instant();
    int number = number();
    scope.attempts().started(this, number, startedAt);
    Duration timeout = work.step().options().timeout().orElse(null);
    AttemptContext mine = scope.newContext(
        work, number, timeout == null ? null : startedAt.plus(timeout), log, notes);
    synchronized (threadLock) {
      thread = Thread.currentThread();
      context = mine;
    }
    ScheduledFuture<?> timer = timeout == null ? null : scheduleTimeout(timeout, startedAt);
    List<AttemptOutcome> outcome = new ArrayList<>(1);
    LogCapture.within(log, () -> outcome.add(call(mine)));
    if (timer != null) {
      timer.cancel(false);
    }
    synchronized (threadLock) {
      thread = null;
    }
    // An interrupt meant for this attempt must not reach the next one in this thread.
    Thread.interrupted();
    end(outcome.get(0), startedAt);
  }

  /** Asks a running attempt to stop: its context says so and its thread is interrupted. */
  void stop(Throwable because) {
    stoppedBecause = because;
    synchronized (threadLock) {
      if (context != null) {
        context.cancel();
      }
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  private ScheduledFuture<?> scheduleTimeout(Duration timeout, Instant startedAt) {
    return scope
        .timer()
        .schedule(
            () -> {
              stop(new StepTimeoutException(work.task().label(), timeout));
              var unused = scope
                  .timer()
                  .schedule(
                      () -> end(AttemptOutcome.failed(stopped()), startedAt),
                      GRACE.toMillis(),
                      TimeUnit.MILLISECONDS);
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private Throwable stopped() {
    Throwable because = stoppedBecause;
    return because == null ? new IllegalStateException("stopped") : because;
  }

  private AttemptOutcome call(AttemptContext mine) {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    current.setContextClassLoader(work.step().method().getDeclaringClass().getClassLoader());
    try {
      Object[] values = work.inputs().stream().map(InputValue::load).toArray();
      Object result = Invocation.call(work.step(), mine, values);
      if (stoppedBecause != null) {
        return AttemptOutcome.failed(stopped());
      }
      return AttemptOutcome.completed(
          scope.publisher().store(work, result, notes, scope.outputDirectory(work)));
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      Throwable because = stoppedBecause;
      if (because != null) {
        because.addSuppressed(thrown);
        return AttemptOutcome.failed(because);
      }
      return AttemptOutcome.failed(thrown);
    } catch (RuntimeException | IllegalAccessException | Error e) {
      return AttemptOutcome.failed(stoppedBecause == null ? e : stopped());
    } finally {
      mine.end();
      current.setContextClassLoader(before);
    }
  }

  private void end(AttemptOutcome outcome, Instant startedAt) {
    if (!phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
      return;
    }
    Instant endedAt = scope.clock().instant();
    log.end();
    String logPath = scope.publisher().storeLog(work, number(), log);
    long logBytes = log.size();
    log.close();
    scope.publisher().clean(scope.outputDirectory(work));
    Throwable thrown = outcome.thrown();
    @Nullable Failure failure = thrown == null ? null : Failures.of(thrown);
    work.attempts()
        .add(new AttemptRecord(
            number(), status(thrown), startedAt, endedAt, failure, logPath, logBytes));
    scope.attempts().ended(this, outcome, notes);
  }

  private static AttemptStatus status(@Nullable Throwable thrown) {
    if (thrown == null) {
      return AttemptStatus.COMPLETED;
    }
    return thrown instanceof RunCancelledException ? AttemptStatus.CANCELLED : AttemptStatus.FAILED;
  }

  /** Those who hear of attempts. */
  interface Observer {

    /** Whether attempts may still start. */
    boolean mayStart();

    void notStarted(Attempt attempt);

    void started(Attempt attempt, int number, Instant at);

    void ended(Attempt attempt, AttemptOutcome outcome, AttemptNotes notes);
  }
}
