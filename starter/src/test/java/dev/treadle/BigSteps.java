package dev.treadle;

import dev.treadle.api.Step;
import java.util.Random;
import java.util.stream.Collectors;

/** A step whose result is too large to be stored in the metadata, and cannot be made smaller. */
public final class BigSteps {
  private BigSteps() {}

  @Step
  public static String big() {
    return text();
  }

  static String text() {
    return new Random(4)
        .ints(20_000, '!', '~')
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
