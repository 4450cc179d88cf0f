package dev.treadle.testing;

import dev.treadle.api.Resources;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.StepAttempt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An attempt that does what a test says and counts what is done to it. */
final class ScriptedAttempt implements StepAttempt {
  private static final int PATIENCE = 30;

  /** What the attempt does. */
  interface Script {
    void run(ScriptedAttempt self);
  }

  private final String step;
  private final Script script;
  private final AtomicInteger executions = new AtomicInteger();
  private final AtomicInteger losses = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile boolean interrupted;

  ScriptedAttempt(String step, Script script) {
    this.step = step;
    this.script = script;
  }

  @Override
  public String step() {
    return step;
  }

  @Override
  public int mapIndex() {
    return -1;
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public Resources resources() {
    return Resources.NONE;
  }

  @Override
  public void execute() {
    executions.incrementAndGet();
    thread = Thread.currentThread();
    try {
      script.run(this);
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void lost(TreadleException cause) {
    losses.incrementAndGet();
    ended.countDown();
  }

  int executions() {
    return executions.get();
  }

  int losses() {
    return losses.get();
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  boolean wasInterrupted() {
    return interrupted;
  }

  /** The thread that executed it. */
  @Nullable
  Thread thread() {
    return thread;
  }

  void awaitEnd() {
    await(ended);
  }

  /** Waits for an interrupt in the attempt's own thread. */
  void awaitInterrupt() {
    try {
      new CountDownLatch(1).await(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new AssertionError("Waited for " + PATIENCE + " s in vain");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted while waiting", e);
    }
  }
}
