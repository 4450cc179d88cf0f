package dev.treadle.orchestrator.local;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.Orchestrator;
import dev.treadle.spi.StepAttempt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts of one run in a pool that grows to its bound and ends with the run. */
final class ThreadPoolExecution implements Orchestrator.Execution {
  private static final Logger log = LoggerFactory.getLogger(ThreadPoolExecution.class);

  private final int places;
  private final ThreadPoolExecutor pool;
  private final Set<StepAttempt> running = newIdentitySet();
  private final Set<StepAttempt> givenUp = newIdentitySet();

  ThreadPoolExecution(String pipeline, int places) {
    AtomicInteger threads = new AtomicInteger();
    this.places = places;
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
        attempt.execute();
      } catch (RuntimeException | Error e) {
        log.error("Attempt {} of step {} broke", attempt.number(), attempt.step(), e);
      } finally {
        end(attempt);
      }
    }
  }
}
