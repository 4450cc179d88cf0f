package dev.treadle;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;

/** Steps whose results have the same bytes as others. */
public final class PruneSteps {
  private PruneSteps() {}

  /** Too large for the record. */
  @Step
  public static String content(int kind) {
    return Character.toString((char) ('a' + kind)).repeat(20_000);
  }

  @Step
  public static int length(String text) {
    return text.length();
  }

  /** Publishes with its end what it stores at once. */
  @Step
  public static String savesAndEndsAfter(StepContext context, String opens, String gate) {
    context.artifacts().save("kept", content(0));
    return TroubleSteps.endsAfter(opens, gate);
  }
}
