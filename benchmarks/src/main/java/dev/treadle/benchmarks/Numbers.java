package dev.treadle.benchmarks;

import dev.treadle.api.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Steps that do next to nothing. */
public final class Numbers {
  private Numbers() {}

  @Step
  public static int first(int number) {
    return number;
  }

  @Step
  public static int next(int number) {
    return number + 1;
  }

  @Step
  public static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Step
  public static long sum(List<Integer> numbers) {
    return numbers.stream().mapToLong(Integer::longValue).sum();
  }
}
