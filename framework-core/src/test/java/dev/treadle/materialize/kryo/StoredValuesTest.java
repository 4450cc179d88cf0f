package dev.treadle.materialize.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.MaterializationException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written with classes and is read without them. */
class StoredValuesTest {

  enum Kind {
    OAK,
    ASH
  }

  record Leaf(Kind kind, double[] weights, Optional<String> note, LocalDate day) {}

  record Tree(Tree left, Tree right, String name) {}

  sealed interface Shape permits Circle, Square, Unit {}

  record Circle(double radius) implements Shape {}

  record Square(int side, Shape inner) implements Shape {}

  enum Unit implements Shape {
    ONE
  }

  record Scene(List<Shape> shapes, Map<String, List<BigDecimal>> prices, int[][] grid) {}

  static sealed class Animal permits Dog {
    String name = "cat";
  }

  static final class Dog extends Animal {
    boolean loud = true;
  }

  static final class Node {
    Node next;
    int value;
  }

  record Pair<A>(A first, Node node, Tree tree) {}

  record Flat(int id, String name, Optional<Double> score, Kind kind, LocalDate day) {}

  Pair<Shape> pair;
  List<Flat> flats;

  @Test
  void readsRecordsEnumsArraysAndOptionals() {
    var leaf = new Leaf(Kind.ASH, new double[] {1, 2.5}, Optional.of("n"), LocalDate.EPOCH);

    assertThat(struct(read(leaf, Leaf.class)))
        .containsEntry("kind", "ASH")
        .containsEntry("note", Optional.of("n"))
        .containsEntry("day", LocalDate.EPOCH)
        .hasEntrySatisfying("weights", w -> assertThat((double[]) w).containsExactly(1, 2.5));
  }

  @Test
  void readsSealedTypesByTheNameOfTheirClass() {
    var scene = new Scene(
        Arrays.asList(new Circle(2), null, new Square(3, new Circle(1)), Unit.ONE),
        Map.of("a", List.of(new BigDecimal("1.50"))),
        new int[][] {{1}, {2, 3}});

    var read = struct(read(scene, Scene.class));

    assertThat((List<?>) read.get("shapes"))
        .isEqualTo(Arrays.asList(
            Map.of("radius", 2.0, "@type", "Circle"),
            null,
            Map.of("side", 3, "inner", Map.of("radius", 1.0, "@type", "Circle"), "@type", "Square"),
            "ONE"));
    assertThat(read).containsEntry("prices", Map.of("a", List.of(new BigDecimal("1.50"))));
    assertThat((List<?>) read.get("grid"))
        .satisfiesExactly(
            row -> assertThat((int[]) row).containsExactly(1),
            row -> assertThat((int[]) row).containsExactly(2, 3));
  }

  @Test
  void readsASealedClassThatIsItselfAValue() {
    assertThat(struct(read(new Animal(), Animal.class)))
        .isEqualTo(Map.of("name", "cat", "@type", "Animal"));
    assertThat(struct(read(new Dog(), Animal.class)))
        .isEqualTo(Map.of("name", "cat", "loud", true, "@type", "Dog"));
  }

  @Test
  void keepsWhatIsSharedAndWhatIsCyclic() throws NoSuchFieldException {
    var shared = new Tree(null, null, "x");
    var node = new Node();
    node.next = node;
    node.value = 7;
    var value = new Pair<Shape>(new Circle(1), node, new Tree(shared, shared, "root"));

    var read =
        struct(read(value, StoredValuesTest.class.getDeclaredField("pair").getGenericType()));

    var tree = struct(read.get("tree"));
    assertThat(tree.get("left")).isSameAs(tree.get("right"));
    var loop = struct(read.get("node"));
    assertThat(loop.get("next")).isSameAs(loop);
    assertThat(loop.get("value")).isEqualTo(7);
  }

  @Test
  void seesTheRowsOfATable() throws NoSuchFieldException {
    assertThat(values(Flat.class).columns())
        .extracting(StoredValues.Field::toString)
        .containsExactly(
            "Field[name=id, type=int]",
            "Field[name=name, type=String]",
            "Field[name=score, type=Optional<Double>]",
            "Field[name=kind, type=Kind]",
            "Field[name=day, type=LocalDate]");
    assertThat(values(Double.class).columns())
        .extracting(StoredValues.Field::name)
        .containsExactly("value");
    assertThat(values(Leaf.class).columns()).isEmpty();
    assertThat(values(Shape.class).columns()).isEmpty();
  }

  @Test
  void refusesDamagedBytes() {
    var codec = KryoCodec.find(Circle.class).orElseThrow();
    var values = new StoredValues(codec.schema());
    values.open(new byte[] {1, 2});

    assertThatThrownBy(values::read).isInstanceOf(MaterializationException.class);
    assertThatThrownBy(() -> new StoredValues(new byte[] {1}))
        .isInstanceOf(MaterializationException.class);
    assertThatThrownBy(() -> new StoredValues(new Schema(List.of("Gone#4"), List.of()).encoded()))
        .isInstanceOf(MaterializationException.class)
        .hasMessageContaining("does not define Gone");
  }

  private static StoredValues values(Type type) {
    return new StoredValues(KryoCodec.find(type).orElseThrow().schema());
  }

  private static Object read(Object value, Type type) {
    var codec = KryoCodec.find(type).orElseThrow();
    var values = new StoredValues(codec.schema());
    try (var writer = codec.writer()) {
      writer.write(value);
      values.open(writer.take());
    }
    var read = values.read();
    assertThat(values.isAtEnd()).isTrue();
    return read;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> struct(Object value) {
    return (Map<String, Object>) value;
  }
}
