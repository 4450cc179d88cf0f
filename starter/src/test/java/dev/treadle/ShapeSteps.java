package dev.treadle;

import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.List;
import java.util.Locale;

/** Steps of every shape. */
public final class ShapeSteps {
  private ShapeSteps() {}

  public record Point(int x, int y) {}

  public record Halves(Point left, List<Integer> right) implements Outputs {}

  public record Frame(Point corner, String title) {}

  public record Scale(int factor, String unit) {
    @Step
    public String scale(int value) {
      return value * factor + unit;
    }

    @Step
    public String scaleWithContext(StepContext context, int value) {
      return context.step() + " " + value * factor + unit;
    }

    @Step
    public String six(int a, int b, int c, int d, int e) {
      return factor * (a + b + c + d + e) + unit;
    }

    @Step
    public void nothing(StepContext context) {
      context.metadata("factor", factor);
    }
  }

  public sealed interface Greeting {
    @Step
    String greet(String who);
  }

  public record Hello() implements Greeting {
    @Override
    public String greet(String who) {
      return "Hello " + who;
    }
  }

  public record Shout(int marks) implements Greeting {
    @Override
    public String greet(String who) {
      return who.toUpperCase(Locale.ROOT) + "!".repeat(marks);
    }
  }

  @Step
  public static String zero() {
    return "0";
  }

  @Step
  public static String one(String a) {
    return a + "1";
  }

  @Step
  public static String two(String a, int b) {
    return a + b;
  }

  @Step
  public static String three(String a, int b, long c) {
    return a + b + c;
  }

  @Step
  public static String four(String a, int b, long c, double d) {
    return a + b + c + d;
  }

  @Step
  public static String five(String a, int b, long c, double d, boolean e) {
    return a + b + c + d + e;
  }

  @Step
  public static String six(String a, int b, long c, double d, boolean e, Point f) {
    return a + b + c + d + e + f.x();
  }

  @Step
  public static String zeroWithContext(StepContext context) {
    return context.step();
  }

  @Step
  public static String threeWithContext(StepContext context, String a, int b, Point c) {
    return context.step() + a + b + c.y();
  }

  @Step
  public static String sixWithContext(
      StepContext context, String a, int b, long c, double d, boolean e, Point f) {
    return context.step() + six(a, b, c, d, e, f);
  }

  @Step
  public static void noResult() {}

  @Step
  public static void noResultWithContext(StepContext context, String said) {
    context.metadata("said", said);
  }

  @Step
  public static Halves halves(int x) {
    return new Halves(new Point(x, x + 1), List.of(x, x * 10));
  }

  @Step
  public static String whole(Halves halves) {
    return halves.left().x() + " and " + halves.right();
  }

  @Step
  public static Frame frame(int x) {
    return new Frame(new Point(x, -x), "frame " + x);
  }

  @Step
  public static int twice(int value) {
    return 2 * value;
  }

  @Step
  public static int sum(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).sum();
  }

  @Step
  public static String joined(List<String> values) {
    return String.join(",", values);
  }
}
