package dev.treadle;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.run.StepStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Steps that fail in ways which differ. */
public final class RetrySteps {
  static final AtomicInteger calls = new AtomicInteger();

  private RetrySteps() {}

  static void reset() {
    calls.set(0);
  }

  @Step
  public static int flaky(StepContext ctx, String how, int failures) throws IOException {
    calls.incrementAndGet();
    if (ctx.attempt() <= failures) {
      switch (how) {
        case "file" -> throw new FileNotFoundException("data.csv");
        case "argument" -> throw new IllegalArgumentException("wrong");
        default -> Thread.yield();
      }
      sleep();
    }
    return ctx.attempt();
  }

  @Step(retries = 0)
  public static int once(StepContext ctx) {
    calls.incrementAndGet();
    throw new IllegalStateException("attempt " + ctx.attempt());
  }

  /** How many steps of the run are recorded as completed. */
  @Step
  public static int recorded(StepContext ctx, int before) {
    return (int) TestListeners.workspace.metadata().queries().steps(ctx.run().id()).stream()
        .filter(step -> step.status() == StepStatus.COMPLETED)
        .count();
  }

  @Step
  public static int sleeps() {
    sleep();
    return 1;
  }

  private static void sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
