package dev.treadle.torture;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Steps that do to their process what no step should. */
public final class MisbehavingSteps {
  private MisbehavingSteps() {}

  @Step
  public static int exits(int code) {
    System.exit(code);
    return code;
  }

  @Step
  public static int halts(StepContext context, int code) {
    // Steps begin while the store still takes the run; who asks for its number waits for that.
    if (context.run().number() < 1) {
      throw new IllegalStateException("not recorded");
    }
    Runtime.getRuntime().halt(code);
    return code;
  }

  @Step
  public static int overflows(int depth) {
    return overflows(depth + 1) + 1;
  }

  @Step
  public static int fillsTheHeap(int block) {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[block]);
    }
  }

  @Step
  public static int loops(int value) {
    int spins = value;
    while (true) {
      spins++;
      if (spins == value) {
        Thread.onSpinWait();
      }
    }
  }

  @Step
  public static int deadlocks(int value) throws InterruptedException {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CountDownLatch bothHeld = new CountDownLatch(2);
    Thread thread = new Thread(() -> takeBoth(other, one, bothHeld));
    thread.setDaemon(true);
    thread.start();
    takeBoth(one, other, bothHeld);
    return value;
  }

  @Step
  public static int leavesAThread(int value) {
    new Thread(MisbehavingSteps::sleepForEver, "left behind").start();
    return value;
  }

  private static void takeBoth(ReentrantLock first, ReentrantLock second, CountDownLatch held) {
    first.lock();
    held.countDown();
    while (held.getCount() > 0) {
      Thread.onSpinWait();
    }
    second.lock();
  }

  private static void sleepForEver() {
    while (true) {
      LockSupport.park();
    }
  }
}
