package dev.treadle.orchestrator.local;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.Orchestrator;
import dev.treadle.spi.StepAttempt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The attempts of one run in a pool that grows to its bound and ends with the run. */
final class ThreadPoolExecution implements Orchestrator.Execution {
  private final ThreadPoolExecutor pool;

  ThreadPoolExecution(String pipeline, int places) {
    AtomicInteger threads = new AtomicInteger();
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
  public void close() {
    for (Runnable waiting : pool.shutdownNow()) {
      lose(((Queued) waiting).attempt());
    }
  }

  private static void lose(StepAttempt attempt) {
    attempt.lost(new TreadleException(
        CoreProblem.RUN_CANCELLED, "The run ended before '" + attempt.step() + "' could start"));
  }

  /** A pool's task that can be told apart from others when the pool is closed. */
  private record Queued(StepAttempt attempt) implements Runnable {

    @Override
    public void run() {
      attempt.execute();
    }
  }
}
