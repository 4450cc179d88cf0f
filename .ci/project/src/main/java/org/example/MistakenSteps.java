package org.example;

import dev.treadle.api.Step;
import java.util.List;
import java.util.stream.Stream;

public final class MistakenSteps {
  private MistakenSteps() {}

  public record Job(Runnable work) {}

  @Step
  public static int one() {
    return 1;
  }

  public static int forgotten(int value) {
    return value;
  }

  @Step
  public static Stream<Integer> stream() {
    return Stream.of(1);
  }

  @Step
  public static List<Integer> numbers() {
    return List.of(1, 2);
  }

  @Step
  public static int twice(int value) {
    return 2 * value;
  }

  @Step
  public static Job job() {
    return new Job(() -> {});
  }

  @Step
  public static String text(String value) {
    return value;
  }

  @Step
  static int hidden() {
    return 0;
  }
}
