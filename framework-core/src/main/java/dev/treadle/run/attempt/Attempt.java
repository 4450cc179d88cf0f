package dev.treadle.run.attempt;

import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.StepRun;
import dev.treadle.error.TreadleException;
import dev.treadle.log.AttemptLog;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.StepDetail;
import dev.treadle.run.failure.AttemptLostException;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.failure.RecordedFailure;
import dev.treadle.run.failure.RunCancelledException;
import dev.treadle.run.failure.StepTimeoutException;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.task.StepWork;
import dev.treadle.spi.StepAttempt;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step in this process. Ends once: by its own return, by being given up after it was asked to stop, or
 * without having started; what comes later is ignored, so that an attempt that outlives its timeout publishes nothing.
 */
public final class Attempt implements StepAttempt {
  /** How long an attempt that was asked to stop may take before the run goes on without it. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /** How much longer than its timeout an attempt's process may take. */
  private static final Duration NET = Duration.ofSeconds(30);

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
  /** Whether a process of its own executes it. */
  private volatile boolean apart;

  public Attempt(RunScope scope, Observer observer, StepWork work, CacheDecision decision) {
    this.scope = scope;
    this.observer = observer;
    this.work = work;
    this.decision = decision;
    this.number = work.nextAttempt();
    this.log = scope.newLog();
  }

  public StepWork work() {
    return work;
  }

  public CacheDecision decision() {
    return decision;
  }

  public AttemptNotes notes() {
    return notes;
  }

  /** The attempt that follows this one. */
  public Attempt next() {
    return new Attempt(scope, observer, work, decision);
  }

  @Override
  public String step() {
    return work.task().node().name();
  }

  @Override
  public int mapIndex() {
    return work.task().mapIndex();
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
  public Isolation isolation() {
    Isolation wanted = work.step().options().isolation();
    return wanted == Isolation.THREAD || scope.canBeApart() ? wanted : Isolation.THREAD;
  }

  @Override
  public void lost(TreadleException cause) {
    guarded(() -> notStarted(cause));
  }

  /** Ends the attempt if it has not started. */
  public void withdraw() {
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

  @Override
  public Optional<List<String>> begin() {
    AtomicReference<@Nullable List<String>> command = new AtomicReference<>();
    guarded(() -> {
      if (!observer.mayStart()) {
        notStarted(null);
      } else if (phase.compareAndSet(Phase.QUEUED, Phase.RUNNING)) {
        apart = true;
        Instant start = scope.clock().instant();
        startedAt = start;
        log.close();
        observer.started(this, start);
        // The process will look for it.
        scope.recorded(work.id());
        // The process keeps the time itself; this is for one that cannot any more.
        work.step().options().timeout().map(NET::plus).ifPresent(net -> {
          var unused = schedule(net);
        });
        command.set(scope.command(work.task(), number, decision.reason()));
      }
    });
    return Optional.ofNullable(command.get());
  }

  @Override
  public void printed(String line) {
    scope.printed(work.task(), line);
  }

  @Override
  public void ended(int exitCode, String lastWords) {
    guarded(() -> {
      if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
        scope.publisher().clean(folder());
        StepDetail detail = scope.recorded(work.id());
        Optional<AttemptRecord> recorded = detail.attempts().stream()
            .filter(attempt -> attempt.number() == number)
            .findFirst();
        recorded.ifPresent(work::recorded);
        if (detail.step().status().hasOutputs()) {
          observer.endedApart(this, detail.step());
        } else {
          failedApart(recorded.orElse(null), exitCode, lastWords);
        }
      }
    });
  }

  private void failedApart(@Nullable AttemptRecord recorded, int exitCode, String lastWords) {
    Failure failure = recorded == null ? null : recorded.failure();
    Throwable thrown = call.reason(
        failure == null
            ? ExitMeaning.explain(work.task().label(), exitCode, lastWords)
            : new RecordedFailure(failure));
    if (recorded == null) {
      Instant now = scope.clock().instant();
      work.ended(record(thrown, now, null, 0));
    }
    observer.ended(this, AttemptOutcome.failed(thrown));
  }

  /**
   * Asks a running attempt to stop: its context says so and its thread is interrupted, or its process is told. When it has not
   * ended after the grace it is given up.
   */
  public void stop(Throwable because) {
    if (phase.get() == Phase.RUNNING && call.stop(because)) {
      if (apart) {
        observer.stopApart(this);
        return;
      }
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
    work.ended(record(thrown, endedAt, logPath, logBytes));
    observer.ended(this, outcome);
  }

  private AttemptRecord record(
      @Nullable Throwable thrown, Instant endedAt, @Nullable String logPath, long logBytes) {
    return new AttemptRecord(
        number,
        status(thrown),
        startedAt == null ? endedAt : startedAt,
        endedAt,
        thrown == null ? null : Failures.of(thrown),
        logPath,
        logBytes,
        RunEnvironment.host());
  }

  private Path folder() {
    return scope.outputDirectory(work, number);
  }

  /** What breaks here would leave the run waiting for ever: nobody else knows that the attempt is over. */
  public void guarded(Runnable body) {
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
  public interface Observer {

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

    /** The process of an attempt has to end; {@link #ended} or {@link #endedApart} follow. */
    void stopApart(Attempt attempt);

    /** The attempt's process has recorded the end of the step. */
    void endedApart(Attempt attempt, StepRun end);

    /** The engine itself failed; what became of an attempt is not known. */
    void broke(Throwable because);
  }
}
