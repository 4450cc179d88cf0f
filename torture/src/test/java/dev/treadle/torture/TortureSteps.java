package dev.treadle.torture;

import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Steps whose results follow from what they are given, and which note each time that they are executed. */
public final class TortureSteps {
  static final int COMMON = 17;
  private static final int LARGE = 9_000;

  private TortureSteps() {}

  public record Pair(String text, long number) implements Outputs {}

  @Step
  public static int common(StepContext context) {
    Executions.note(context);
    return COMMON;
  }

  @Step
  public static byte[] block(StepContext context, long work) {
    Executions.note(context);
    return bytes(work);
  }

  @Step
  public static Pair pair(StepContext context, byte[] block, int common) {
    Executions.note(context);
    return paired(block, common);
  }

  @Step
  public static List<Long> items(StepContext context, long work) {
    Executions.note(context);
    return numbers(work);
  }

  @Step
  public static String text(StepContext context, long item) {
    Executions.note(context);
    return texted(item);
  }

  @Step
  public static String join(StepContext context, String text, long number, List<String> texts) {
    Executions.note(context);
    return joined(text, number, texts);
  }

  static byte[] bytes(long work) {
    byte[] bytes = new byte[LARGE];
    new Random(work).nextBytes(bytes);
    return bytes;
  }

  static Pair paired(byte[] block, int common) {
    return new Pair((Arrays.hashCode(block) + " ").repeat(LARGE / 10), common + block[0]);
  }

  static List<Long> numbers(long work) {
    return LongStream.range(0, 3).map(i -> work * 3 + i).boxed().toList();
  }

  static String texted(long item) {
    return (item + ",").repeat(LARGE / 8);
  }

  static String joined(String text, long number, List<String> texts) {
    return text.hashCode() + " " + number + " " + texts.hashCode();
  }
}
