package dev.treadle.testing;

import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.StepMain;
import dev.treadle.spi.StepAttempt;
import java.util.List;
import java.util.Optional;
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
  private volatile Isolation isolation = Isolation.THREAD;
  private volatile int exitCode = -1;
  private volatile String lastWords = "";

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
  public Isolation isolation() {
    return isolation;
  }

  /** The process gets no arguments, and complains. */
  @Override
  public Optional<List<String>> begin() {
    executions.incrementAndGet();
    return Optional.of(List.of(StepMain.class.getName()));
  }

  @Override
  public void printed(String line) {}

  @Override
  public void ended(int code, String words) {
    exitCode = code;
    lastWords = words;
    ended.countDown();
  }

  /** Makes it one that wants a process of its own. */
  ScriptedAttempt apart() {
    isolation = Isolation.PROCESS;
    return this;
  }

  /** Of the process, -1 when there was none. */
  int exitCode() {
    return exitCode;
  }

  String lastWords() {
    return lastWords;
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
