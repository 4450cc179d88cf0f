package dev.treadle.run.attempt;

import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.error.TreadleException;
import dev.treadle.log.AttemptLog;
import dev.treadle.run.failure.StepTimeoutException;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.task.StepWork;
import dev.treadle.spi.StepAttempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step. Ends once: by its own return, by being given up after it was asked to stop, by the end of its process, or
 * without having started; what comes later is ignored, so that an attempt that outlives its timeout publishes nothing.
 */
public final class Attempt implements StepAttempt {
  /** How long an attempt that was asked to stop may take before the run goes on without it. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /** Where an attempt is in its life. */
  enum Phase {
    QUEUED,
    /** A thread of this process executes it. */
    HERE,
    /** A process of its own executes it. */
    APART,
    ENDED
  }

  private final RunScope scope;
  private final AttemptObserver observer;
  private final StepWork work;
  private final CacheDecision decision;
  private final int number;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);
  private final AttemptNotes notes = new AttemptNotes();
  private final AttemptLog log;
  private final UserCall call = new UserCall();
  private final ThreadExecution here;
  private final ProcessExecution apart;
  private volatile @Nullable Instant startedAt;

  public Attempt(RunScope scope, AttemptObserver observer, StepWork work, CacheDecision decision) {
    this.scope = scope;
    this.observer = observer;
    this.work = work;
    this.decision = decision;
    this.number = work.nextAttempt();
    this.log = scope.newLog();
    this.here = new ThreadExecution(this, scope, observer, log, call);
    this.apart = new ProcessExecution(this, scope, observer, call);
  }

  public StepWork work() {
    return work;
  }

  public CacheDecision decision() {
    return decision;
  }

  /** What the step said in this process; nothing when a process of its own executes it. */
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
  public void execute() {
    guarded(() -> {
      if (begins(Phase.HERE)) {
        here.run();
      }
    });
  }

  @Override
  public Optional<List<String>> begin() {
    AtomicReference<@Nullable List<String>> command = new AtomicReference<>();
    guarded(() -> {
      if (begins(Phase.APART)) {
        log.close();
        command.set(apart.begin());
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
      if (ends(Phase.APART)) {
        apart.ended(exitCode, lastWords);
      }
    });
  }

  @Override
  public void lost(TreadleException cause) {
    guarded(() -> notStarted(cause));
  }

  /** Ends the attempt if it has not started. */
  public void withdraw() {
    guarded(() -> notStarted(null));
  }

  /**
   * Asks a running attempt to stop: its context says so and its thread is interrupted, or its process is told. When it has not
   * ended after the grace it is given up.
   */
  public void stop(Throwable because) {
    Phase now = phase.get();
    if (now == Phase.APART && call.stop(because)) {
      observer.stopApart(this);
    } else if (now == Phase.HERE && call.stop(because)) {
      here.giveUpLater(because);
    }
  }

  /** What breaks here would leave the run waiting for ever: nobody else knows that the attempt is over. */
  public void guarded(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException | Error e) {
      observer.broke(e);
    }
  }

  /** Takes the time of its start. */
  Instant starts() {
    Instant now = scope.clock().instant();
    startedAt = now;
    return now;
  }

  @Nullable
  Instant startedAt() {
    return startedAt;
  }

  /** Whether it ends now, by who executes it so. */
  boolean ends(Phase executed) {
    return phase.compareAndSet(executed, Phase.ENDED);
  }

  Future<?> stopAfter(Duration timeout) {
    Runnable stop = () -> stop(new StepTimeoutException(work.task().label(), timeout));
    return scope.timer().schedule(stop, timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The folder of its files. */
  Path folder() {
    return scope.outputDirectory(work, number);
  }

  private boolean begins(Phase executed) {
    if (!observer.mayStart()) {
      notStarted(null);
      return false;
    }
    return phase.compareAndSet(Phase.QUEUED, executed);
  }

  private void notStarted(@Nullable TreadleException cause) {
    if (phase.compareAndSet(Phase.QUEUED, Phase.ENDED)) {
      log.close();
      observer.notStarted(this, cause);
    }
  }
}
