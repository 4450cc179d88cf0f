package org.example;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

public final class TextSteps {
  private TextSteps() {}

  @Step
  public static String greet(String name) {
    return "Hello " + name;
  }

  @Step
  public static List<String> repeat(String text, int times) {
    System.out.println("repeating " + text);
    return Stream.generate(() -> text).limit(times).toList();
  }

  @Step
  public static int count(StepContext ctx, List<String> texts) {
    ctx.metric("texts", texts.size());
    return texts.size();
  }

  @Step
  public static List<String> words() {
    return List.of("warp", "weft", "treadle");
  }

  @Step
  public static String shout(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  @Step
  public static String join(List<String> words) {
    return String.join(" ", words);
  }
}
