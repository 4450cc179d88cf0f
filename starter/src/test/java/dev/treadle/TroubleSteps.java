package dev.treadle;

import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Steps that fail, hang and misbehave. What they do at the same time is steered by named gates. */
public final class TroubleSteps {
  private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

  private TroubleSteps() {}

  public record Link(int number, @Nullable Link next) {}

  /** Outputs whose accessor throws when they are stored. */
  public record Thorny(String text) implements Outputs {
    @Override
    public String text() {
      throw new IllegalStateException("nobody reads " + text);
    }
  }

  /** An exception that cannot even be described. */
  public static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }

  static void reset() {
    GATES.clear();
    CALLS.clear();
  }

  static CountDownLatch gate(String name) {
    return GATES.computeIfAbsent(name, n -> new CountDownLatch(1));
  }

  static int calls(String name) {
    return CALLS.computeIfAbsent(name, n -> new AtomicInteger()).get();
  }

  static void pass(String gate) {
    try {
      if (!gate(gate).await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The gate " + gate + " was never opened");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted at " + gate, e);
    }
  }

  private static int called(String name) {
    return CALLS.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
  }

  @Step
  public static String fails(String with) {
    called("fails");
    throw new IllegalArgumentException(with);
  }

  @Step
  public static int failsUntil(int attempt) {
    if (called("failsUntil") < attempt) {
      throw new IllegalStateException("not yet");
    }
    return calls("failsUntil");
  }

  @Step
  public static String opens(String gate) {
    gate(gate).countDown();
    return gate;
  }

  @Step
  public static String failsAfter(String gate, String opens) {
    pass(gate);
    gate(opens).countDown();
    throw new IllegalStateException("failed after " + gate);
  }

  @Step
  public static String endsAfter(String opens, String gate) {
    gate(opens).countDown();
    pass(gate);
    return gate;
  }

  @Step
  public static String hangs(String opens) throws InterruptedException {
    called("hangs");
    gate(opens).countDown();
    new CountDownLatch(1).await();
    return opens;
  }

  @Step
  public static String ignoresInterrupts(String opens, String until) {
    called("ignoresInterrupts");
    gate(opens).countDown();
    boolean open = false;
    while (!open) {
      try {
        open = gate(until).await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        gate(opens + " was interrupted").countDown();
      }
    }
    return until;
  }

  @Step
  public static String looksWhetherCancelled(StepContext context, String opens) {
    gate(opens).countDown();
    while (true) {
      context.checkCancelled();
      Thread.onSpinWait();
    }
  }

  @Step
  public static String after(String value) {
    called("after");
    return value;
  }

  @Step
  public static String nothing(String ignored) {
    return null;
  }

  @Step
  public static Thorny thorny(String text) {
    return new Thorny(text);
  }

  @Step
  public static int overflows(int depth) {
    return overflows(depth + 1) + 1;
  }

  @Step
  public static int runsOutOfMemory(int wanted) {
    throw new OutOfMemoryError("wanted " + wanted);
  }

  @Step
  public static int throwsWhatCannotBeSaid(int value) {
    throw new Unspeakable();
  }

  @Step
  public static int breaksTheRules(int value) {
    throw TroubleSteps.<RuntimeException>sneaky(new Exception("checked and undeclared " + value));
  }

  @Step
  public static List<String> list() {
    return new ArrayList<>(List.of("a", "b"));
  }

  @Step
  public static double[] numbers() {
    return new double[] {1, 2, 3};
  }

  @Step
  public static int spoils(List<String> list, double[] numbers) {
    list.add("spoilt");
    numbers[0] = 99;
    return list.size();
  }

  @Step
  public static String reads(List<String> list, double[] numbers) {
    return list + " " + numbers[0];
  }

  @Step
  public static Link chain(int length) {
    Link last = null;
    for (int i = 0; i < length; i++) {
      last = new Link(i, last);
    }
    return last;
  }

  @Step
  public static Path missingFile() {
    return Path.of("no-such-file");
  }

  @Step
  public static void savesUnder(StepContext context, String name) {
    context.artifacts().save(name, "value");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
