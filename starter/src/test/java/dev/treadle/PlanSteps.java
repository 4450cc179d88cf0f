package dev.treadle;

import dev.treadle.api.Caching;
import dev.treadle.api.Step;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Steps for plans and for looks at runs. */
public final class PlanSteps {
  /** What {@link #waits} waits for. */
  static final CountDownLatch LOOKED = new CountDownLatch(1);

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

  @Step
  public static int waits(int value) throws InterruptedException {
    LOOKED.await();
    return value;
  }

  @Step(retries = 3, timeout = "5m", cache = Caching.OFF)
  public static int limited(int value) {
    return value;
  }
}
