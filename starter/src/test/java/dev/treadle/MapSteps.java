package dev.treadle;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Steps that make lists and work on their items. */
public final class MapSteps {
  private static final AtomicInteger NOW = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();

  private MapSteps() {}

  public record Trial(int number, double rate) {}

  static void resetMost() {
    NOW.set(0);
    MOST.set(0);
  }

  static int mostAtOnce() {
    return MOST.get();
  }

  @Step
  public static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Step
  public static List<Trial> trials(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Trial(i, i / 10.0)).toList();
  }

  @Step
  public static List<double[]> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> new double[] {i, i + 0.5}).toList();
  }

  @Step
  public static List<Path> files(StepContext context, int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(Files.writeString(context.outputDirectory().resolve("part-" + i), "text " + i));
    }
    return files;
  }

  @Step
  public static int square(int value) {
    return value * value;
  }

  @Step
  public static String describe(Trial trial) {
    return trial.number() + "@" + trial.rate();
  }

  @Step
  public static double total(double[] row) {
    return Arrays.stream(row).sum();
  }

  @Step
  public static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  @Step
  public static List<Integer> doubled(List<Integer> values) {
    return values.stream().map(v -> 2 * v).toList();
  }

  @Step
  public static int plus(int a, int b) {
    return a + b;
  }

  @Step
  public static boolean isEven(int value) {
    return value % 2 == 0;
  }

  @Step
  public static boolean isTrue(boolean value) {
    return value;
  }

  @Step
  public static String collected(List<?> values) {
    return values.toString();
  }

  @Step
  public static String texts(List<String> values) {
    return values.toString();
  }

  @Step
  public static String integers(List<Integer> values) {
    return values.toString();
  }

  @Step
  public static int failsAt(int value, int bad) {
    if (value == bad) {
      throw new IllegalArgumentException("bad item " + value);
    }
    return value;
  }

  @Step
  public static int enter(int value) {
    MOST.accumulateAndGet(NOW.incrementAndGet(), Math::max);
    return value;
  }

  @Step
  public static int leave(int value) {
    NOW.decrementAndGet();
    return value;
  }

  @Step
  public static String indexOf(StepContext context, int value) {
    return context.mapIndex().orElseThrow() + ":" + value;
  }
}
