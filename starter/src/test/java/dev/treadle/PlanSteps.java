package dev.treadle;

import dev.treadle.api.Caching;
import dev.treadle.api.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Steps for plans. */
public final class PlanSteps {
  private static final int LARGER_THAN_A_RECORD_HOLDS = 20_000;

  private PlanSteps() {}

  @Step
  public static List<String> blocks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf(i).repeat(LARGER_THAN_A_RECORD_HOLDS))
        .toList();
  }

  @Step
  public static int sizeOf(String block) {
    return block.length();
  }

  @Step(retries = 3, timeout = "5m", cache = Caching.OFF)
  public static int limited(int value) {
    return value;
  }
}
