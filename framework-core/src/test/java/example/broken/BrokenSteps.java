package example.broken;

import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** Steps, each with a mistake of its own, and some without. */
@SuppressWarnings({"rawtypes", "unused"})
public final class BrokenSteps {

  private BrokenSteps() {}

  public static final class Bundle implements Outputs {}

  public static final class Thing {}

  public static final class Callback {
    final Runnable action = () -> {};
  }

  public record Pair(int left, int right) implements Outputs {}

  public record Result(int result, int other) implements Outputs {}

  public record Job(Runnable action) {}

  public static final class Stateful {
    @Step
    public int count(StepContext context) {
      return 1;
    }
  }

  public final class Inner {
    @Step
    public int count(StepContext context) {
      return 1;
    }
  }

  static final class Hidden {
    private Hidden() {}

    @Step
    public static int hidden() {
      return 1;
    }
  }

  @Step
  public static int one() {
    return 1;
  }

  @Step
  public static boolean yes() {
    return true;
  }

  @Step
  public static int twice(int value) {
    return 2 * value;
  }

  @Step
  public static List<Integer> numbers() {
    return List.of(1, 2);
  }

  @Step
  public static String text(String value) {
    return value;
  }

  @Step
  public static Pair pair() {
    return new Pair(1, 2);
  }

  @Step
  public static int execute(Job job) {
    return 1;
  }

  @Step
  public static void nothing() {}

  public static int unannotated(int value) {
    return value;
  }

  @Step
  static int notPublic() {
    return 1;
  }

  @Step
  public static <T> List<T> generic(List<T> items) {
    return items;
  }

  @Step
  public static int overloaded(int value) {
    return value;
  }

  public static int overloaded(String value) {
    return value.length();
  }

  @Step
  public static int varargs(int... values) {
    return values.length;
  }

  @Step
  public static int contextLast(int value, StepContext context) {
    return value;
  }

  @Step
  public static int seven(int a, int b, int c, int d, int e, int f, int g) {
    return a;
  }

  @Step
  public static Result named() {
    return new Result(1, 2);
  }

  @Step
  public static Bundle bundle() {
    return new Bundle();
  }

  @Step
  public static Stream<Integer> stream() {
    return Stream.of(1);
  }

  @Step
  public static InputStream bytes() {
    return InputStream.nullInputStream();
  }

  @Step
  public static List raw() {
    return List.of();
  }

  @Step
  public static List<? extends Number> wildcard() {
    return List.of(1);
  }

  @Step
  public static Callback callback() {
    return new Callback();
  }

  @Step
  public static Thing thing() {
    return new Thing();
  }

  @Step
  public static int takesRaw(List values) {
    return 1;
  }

  @Step(timeout = "soon")
  public static int impatient() {
    return 1;
  }
}
