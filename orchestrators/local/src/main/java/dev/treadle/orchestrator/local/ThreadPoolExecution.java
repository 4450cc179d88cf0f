package dev.treadle.orchestrator.local;

import dev.treadle.api.Isolation;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.Orchestrator;
import dev.treadle.spi.StepAttempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts of one run in a pool that grows to its bound and ends with the run. */
final class ThreadPoolExecution implements Orchestrator.Execution {
  private static final Logger log = LoggerFactory.getLogger(ThreadPoolExecution.class);
  /** As of a request that cannot be understood. */
  private static final int NOT_STARTED = 64;

  private final int places;
  private final Isolation usual;
  private final ThreadPoolExecutor pool;
  private final Set<StepAttempt> running = newIdentitySet();
  private final Set<StepAttempt> givenUp = newIdentitySet();
  private final Map<StepAttempt, AttemptProcess> processes = new ConcurrentHashMap<>();
  /** Those that are to stop and have no process yet. */
  private final Map<StepAttempt, Duration> stopped = new ConcurrentHashMap<>();

  ThreadPoolExecution(String pipeline, int places, Isolation usual) {
    AtomicInteger threads = new AtomicInteger();
    this.places = places;
    this.usual = usual;
    this.pool = new ThreadPoolExecutor(
        places, places, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
          Thread thread = new Thread(work, "treadle-" + pipeline + "-" + threads.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void submit(StepAttempt attempt) {
    try {
      pool.execute(new Queued(attempt));
    } catch (RejectedExecutionException e) {
      lose(attempt);
    }
  }

  @Override
  public synchronized void stop(StepAttempt attempt, Duration grace) {
    AttemptProcess process = processes.get(attempt);
    if (process == null) {
      stopped.put(attempt, grace);
    } else {
      process.stop(grace);
    }
  }

  @Override
  public synchronized void giveUp(StepAttempt attempt) {
    if (running.contains(attempt) && givenUp.add(attempt)) {
      pool.setMaximumPoolSize(places + givenUp.size());
      pool.setCorePoolSize(places + givenUp.size());
    }
  }

  @Override
  public void close() {
    for (Runnable waiting : pool.shutdownNow()) {
      lose(((Queued) waiting).attempt);
    }
    processes.values().forEach(AttemptProcess::kill);
  }

  private synchronized void started(StepAttempt attempt, AttemptProcess process) {
    processes.put(attempt, process);
    Duration grace = stopped.remove(attempt);
    if (grace != null) {
      process.stop(grace);
    }
  }

  private synchronized void ended(StepAttempt attempt) {
    processes.remove(attempt);
    stopped.remove(attempt);
  }

  private boolean isApart(StepAttempt attempt) {
    Isolation wanted = attempt.isolation();
    return (wanted == Isolation.DEFAULT ? usual : wanted) == Isolation.PROCESS;
  }

  private void executeApart(StepAttempt attempt) {
    Optional<List<String>> command = attempt.begin();
    if (command.isEmpty()) {
      return;
    }
    @Nullable AttemptProcess process = null;
    try {
      process = AttemptProcess.start(attempt, command.get());
      started(attempt, process);
      process.await(attempt);
    } catch (IOException | UncheckedIOException e) {
      attempt.ended(NOT_STARTED, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (process != null) {
        ended(attempt);
        process.clean();
      }
    }
  }

  private synchronized void begin(StepAttempt attempt) {
    running.add(attempt);
  }

  private synchronized void end(StepAttempt attempt) {
    running.remove(attempt);
    if (givenUp.remove(attempt)) {
      pool.setCorePoolSize(places + givenUp.size());
      pool.setMaximumPoolSize(places + givenUp.size());
    }
  }

  private static void lose(StepAttempt attempt) {
    attempt.lost(new TreadleException(
        CoreProblem.RUN_CANCELLED, "The run ended before '" + attempt.step() + "' could start"));
  }

  private static Set<StepAttempt> newIdentitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** A pool's task that can be told apart from others when the pool is closed. */
  private final class Queued implements Runnable {
    private final StepAttempt attempt;

    Queued(StepAttempt attempt) {
      this.attempt = attempt;
    }

    @Override
    public void run() {
      begin(attempt);
      try {
        if (isApart(attempt)) {
          executeApart(attempt);
        } else {
          attempt.execute();
        }
      } catch (RuntimeException | Error e) {
        log.error("Attempt {} of step {} broke", attempt.number(), attempt.step(), e);
      } finally {
        end(attempt);
      }
    }
  }
}
