package dev.treadle;

import dev.treadle.api.Isolation;
import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Lazy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Steps for processes of their own; what they share with their test goes by files. */
public final class ApartSteps {
  private ApartSteps() {}

  /** Two outputs. */
  public record Pair(List<Integer> numbers, String text) implements Outputs {}

  @Step
  public static Pair make(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return new Pair(numbers, "made");
  }

  @Step(isolation = Isolation.PROCESS)
  public static long pid(StepContext ctx, int item, String text) {
    ctx.metric("item", item);
    ctx.metadata("text", text);
    ctx.logger().info("item {} of {}", item, text);
    ctx.progress(1, 2);
    System.out.println("printed");
    return ProcessHandle.current().pid();
  }

  @Step
  public static int count(List<Long> pids, long other) {
    return (int) pids.stream().filter(pid -> pid != other).distinct().count();
  }

  @Step(isolation = Isolation.PROCESS)
  public static int misbehaves(StepContext ctx, String how, String folder)
      throws IOException, InterruptedException {
    Path begun = Path.of(folder, "begun-" + ctx.attempt());
    Files.writeString(begun, String.valueOf(ProcessHandle.current().pid()));
    switch (how) {
      case "exit" -> System.exit(0);
      case "halt" -> Runtime.getRuntime().halt(0);
      case "memory" -> fill(new ArrayList<>());
      case "stack" -> deeper(0);
      case "loop" -> loop();
      case "deadlock" -> deadlock();
      case "once" -> failOnce(ctx);
      case "thread" -> new Thread(ApartSteps::loop).start();
      case "sleep" -> new CountDownLatch(1).await();
      default -> throw new IllegalArgumentException(how);
    }
    return ctx.attempt();
  }

  @Step(isolation = Isolation.PROCESS)
  public static int failsApart(StepContext ctx, Lazy<String> opened, Lazy<String> closed) {
    return fails(ctx, opened);
  }

  @Step
  public static int failsHere(StepContext ctx, Lazy<String> opened, Lazy<String> closed) {
    return fails(ctx, opened);
  }

  private static int fails(StepContext ctx, Lazy<String> opened) {
    ctx.metadata("opened", opened.get());
    ctx.metric("attempt", ctx.attempt());
    ctx.tag(ctx.step(), "failed");
    throw new IllegalArgumentException("as it was to");
  }

  private static void failOnce(StepContext ctx) throws IOException {
    if (ctx.attempt() == 1) {
      throw new java.io.FileNotFoundException("data.csv");
    }
  }

  private static void fill(List<long[]> hoard) {
    while (true) {
      hoard.add(new long[1_000_000]);
    }
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  private static void loop() {
    long rounds = 0;
    while (rounds >= 0) {
      rounds = (rounds + 1) % 1_000;
    }
  }

  private static void deadlock() throws InterruptedException {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch both = new CountDownLatch(2);
    Thread other = new Thread(() -> lock(right, left, both));
    other.start();
    lock(left, right, both);
    other.join();
  }

  private static void lock(Object first, Object second, CountDownLatch both) {
    synchronized (first) {
      both.countDown();
      while (both.getCount() > 0) {
        Thread.onSpinWait();
      }
      synchronized (second) {
        both.countDown();
      }
    }
  }
}
