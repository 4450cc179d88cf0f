package dev.treadle.materialize.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.error.ProblemCode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KryoCodecTest {

  static final List<String> EXECUTED = new ArrayList<>();

  public static final class Evil {
    static {
      EXECUTED.add("static initializer");
    }

    public Evil() {
      EXECUTED.add("constructor");
    }
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Chain(String name, Chain next) {}

  record Branch(Branch left, Branch right) {}

  static class Animal {
    String name = "cat";
  }

  static final class Dog extends Animal {}

  record Owner(Animal animal) {}

  record Loose(String name, Runnable action) {}

  record Bag(Set<String> names, Map<String, Integer> counts) {}

  record Big(double[] values) {}

  static final class Before {
    record Point(int x, int y) {}

    enum Color {
      RED,
      GREEN,
      BLUE
    }

    record Paint(Color color) {}
  }

  static final class Added {
    record Point(int x, int y, int z) {}
  }

  static final class Removed {
    record Point(int x) {}
  }

  static final class Retyped {
    record Point(int x, long y) {}
  }

  static final class Reordered {
    record Point(int y, int x) {}
  }

  static final class Moved {
    record Point(int x, int y) {}

    enum Color {
      NEW,
      BLUE,
      RED
    }

    record Paint(Color color) {}
  }

  @Test
  void refusesANamedClassBeforeAnyOfItsCodeRuns() {
    var out = new Output(256, -1);
    out.writeVarInt(1, true); // the mark of a class that is named instead of numbered
    out.writeVarInt(0, true);
    out.writeString(getClass().getName() + "$Evil");

    assertThatThrownBy(() -> read(Shape.class, schema(Shape.class), out.toBytes()))
        .satisfies(code(CoreProblem.MAT_FORBIDDEN_CLASS))
        .hasMessageContaining("$Evil")
        .hasMessageContaining("Declare the class itself");
    assertThat(EXECUTED).isEmpty();
  }

  @Test
  void refusesANumberOfAClassThatTheFieldDoesNotAllow() {
    var out = new Output(256, -1);
    out.writeVarInt(19 + 2, true); // BigDecimal

    assertThatThrownBy(() -> read(Shape.class, schema(Shape.class), out.toBytes()))
        .satisfies(code(CoreProblem.MAT_FORBIDDEN_CLASS))
        .hasMessageContaining("java.math.BigDecimal")
        .hasMessageContaining("declared as Shape");
  }

  @Test
  void refusesToWriteASubclassThatIsNotDeclared() {
    assertThatThrownBy(() -> write(Owner.class, new Owner(new Dog())))
        .satisfies(code(CoreProblem.MAT_FORBIDDEN_CLASS))
        .hasMessageContaining("KryoCodecTest$Dog is not allowed at animal");
  }

  @Test
  void allocatesNothingThatTheBytesCannotFill() {
    var out = new Output(64, -1);
    out.writeVarInt(1, true);
    out.writeVarInt(Integer.MAX_VALUE, true);

    assertThatThrownBy(() -> read(Big.class, schema(Big.class), out.toBytes()))
        .satisfies(code(CoreProblem.MAT_READ))
        .hasMessageContaining("end too early");
  }

  @Test
  void saysWhatIsInTheWayOfAType() {
    assertThat(KryoCodec.find(Loose.class)).isEmpty();
    assertThat(KryoCodec.reason(Loose.class))
        .contains("Loose.action is declared as Runnable")
        .contains("use a record, a sealed type or a concrete class");
  }

  @Test
  void readsAClassThatMovedAndSaysHowAnotherOneDiffers() {
    var schema = schema(Before.Point.class);
    var bytes = write(Before.Point.class, new Before.Point(1, 2));

    assertThat(read(Moved.Point.class, schema, bytes)).isEqualTo(new Moved.Point(1, 2));
    for (var changed : List.of(
        Added.Point.class, Removed.Point.class, Retyped.Point.class, Reordered.Point.class)) {
      assertThatThrownBy(() -> read(changed, schema, bytes))
          .as(changed.getName())
          .satisfies(code(CoreProblem.MAT_READ))
          .hasMessageContaining(
              "it was written as record Point#0(int x, int y) and the class is now");
    }
  }

  @Test
  void findsEnumConstantsByNameAndNamesOneThatIsGone() {
    var schema = schema(Before.Paint.class);
    var blue = write(Before.Paint.class, new Before.Paint(Before.Color.BLUE));
    var green = write(Before.Paint.class, new Before.Paint(Before.Color.GREEN));

    assertThat(read(Moved.Paint.class, schema, blue)).isEqualTo(new Moved.Paint(Moved.Color.BLUE));
    assertThatThrownBy(() -> read(Moved.Paint.class, schema, green))
        .satisfies(code(CoreProblem.MAT_READ))
        .hasMessageContaining("enum constant GREEN");
  }

  @Test
  void saysWhereAValueIsTooDeep() {
    Chain chain = null;
    for (int i = 0; i < 100_000; i++) {
      chain = new Chain("link", chain);
    }
    var deep = chain;

    assertThatThrownBy(() -> write(Chain.class, deep))
        .satisfies(code(CoreProblem.MAT_TOO_DEEP))
        .hasMessageContaining("next.next.next");
  }

  @Test
  void writesASharedBranchOnce() {
    var branch = new Branch(null, null);
    for (int i = 0; i < 60; i++) {
      branch = new Branch(branch, branch);
    }

    var bytes = write(Branch.class, branch);

    assertThat(bytes).hasSizeLessThan(500);
    var read = (Branch) read(Branch.class, schema(Branch.class), bytes);
    assertThat(read.left()).isSameAs(read.right());
  }

  @Test
  void writesEqualSetsAndMapsAsTheSameBytes() {
    var grown = new HashSet<String>(1);
    var spacious = new HashSet<String>(1_000);
    for (int i = 0; i < 50; i++) {
      grown.add("name " + i);
      spacious.add("name " + (49 - i));
    }

    assertThat(write(Bag.class, new Bag(grown, Map.of("a", 1, "b", 2))))
        .isEqualTo(write(Bag.class, new Bag(Set.copyOf(spacious), Map.of("b", 2, "a", 1))));
  }

  private static byte[] schema(Type type) {
    return KryoCodec.find(type).orElseThrow().schema();
  }

  private static byte[] write(Type type, Object value) {
    try (var writer = KryoCodec.find(type).orElseThrow().writer()) {
      writer.write(value);
      return writer.take();
    }
  }

  private static Object read(Type type, byte[] schema, byte[] bytes) {
    try (var reader = KryoCodec.find(type).orElseThrow().reader(schema)) {
      reader.open(bytes);
      return reader.read();
    }
  }

  private static Consumer<Throwable> code(ProblemCode code) {
    return e -> assertThat(((MaterializationException) e).code()).isEqualTo(code);
  }
}
