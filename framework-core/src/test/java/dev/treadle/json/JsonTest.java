package dev.treadle.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

  enum Color {
    RED,
    GREEN
  }

  sealed interface Shape permits Circle, Polygon, Nothing {}

  record Circle(double radius) implements Shape {}

  sealed interface Polygon extends Shape permits Square, Grid {}

  record Square(double side) implements Polygon {
    double area() {
      return side * side;
    }

    double getArea() {
      return area();
    }
  }

  record Grid(List<Shape> cells) implements Polygon {}

  enum Nothing implements Shape {
    NOTHING
  }

  record Everything(
      int i,
      long l,
      double d,
      float f,
      boolean b,
      String s,
      Color color,
      Instant at,
      LocalDate day,
      Duration took,
      ZonedDateTime zoned,
      Optional<String> maybe,
      Optional<Integer> none,
      BigDecimal exact,
      BigInteger big,
      URI uri,
      UUID uuid,
      List<Map<String, Integer>> nested,
      Set<Color> colors,
      Shape shape) {}

  record Numbers(double[] doubles, int[] ints, byte[] bytes, boolean[] booleans) {}

  record Point(int x, int y) {}

  record Named(String name) {}

  record Price(BigDecimal amount) {}

  record Sets(Set<String> names, Map<String, Integer> counts) {}

  @Test
  void readsBackWhatItWrote() {
    var value = new Everything(
        -1,
        Long.MIN_VALUE,
        -0.0,
        0.1f,
        true,
        "ıİ\u0000\uD83D\uDE00",
        Color.GREEN,
        Instant.parse("2026-01-02T03:04:05.123456789Z"),
        LocalDate.of(2026, 2, 28),
        Duration.ofMillis(1500),
        ZonedDateTime.parse("2026-01-02T03:04:05+05:45[Asia/Kathmandu]"),
        Optional.of("x"),
        Optional.empty(),
        new BigDecimal("1.10"),
        BigInteger.TWO.pow(200),
        URI.create("a:b"),
        new UUID(1, 2),
        List.of(Map.of("a", 1), Map.of()),
        Set.of(Color.RED),
        new Grid(List.of(new Square(1), Nothing.NOTHING)));

    var json = Json.write(value, Everything.class);

    assertThat(Json.read(json, Everything.class)).isEqualTo(value);
    assertThat(Json.fromTree(Json.toTree(value), Everything.class)).isEqualTo(value);
    assertThat(Json.parse(json)).isEqualTo(Json.parse(Json.writeString(value)));
  }

  @Test
  void writesNonFiniteNumbersAsStringsAndReadsThemBack() {
    var value = new Numbers(
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1},
        new int[] {Integer.MIN_VALUE},
        new byte[] {1, -1},
        new boolean[] {true});

    var json = Json.writeString(value);

    assertThat(json).contains("[\"NaN\",\"Infinity\",\"-Infinity\",1.0]");
    var read = Json.read(json, Numbers.class);
    assertThat(read.doubles()).isEqualTo(value.doubles());
    assertThat(read.ints()).isEqualTo(value.ints());
    assertThat(read.bytes()).isEqualTo(value.bytes());
    assertThat(read.booleans()).isEqualTo(value.booleans());
  }

  @Test
  void namesThePermittedClassOfASealedType() {
    assertThat(new String(Json.write(new Square(2), Shape.class), StandardCharsets.UTF_8))
        .isEqualTo("{\"@type\":\"Square\",\"side\":2.0}");
    assertThat(Json.read("{\"side\":2,\"@type\":\"Square\"}", Shape.class))
        .isEqualTo(new Square(2));
    assertThatThrownBy(() -> Json.read("{\"@type\":\"java.lang.Thread\"}", Shape.class))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("\"java.lang.Thread\" is not one of Circle, Grid, Nothing, Square");
  }

  @Test
  void refusesWhatDoesNotFitTheType() {
    for (var json : List.of(
        "{\"x\":1,\"y\":2,\"z\":3}",
        "{\"x\":1,\"x\":2,\"y\":3}",
        "{\"x\":1}",
        "{\"x\":null,\"y\":1}",
        "{\"x\":1.5,\"y\":1}",
        "{\"x\":\"1\",\"y\":1}",
        "{\"x\":2147483648,\"y\":1}",
        "{\"x\":1,\"y\":1} {}",
        "[1,2]",
        "")) {
      assertThatThrownBy(() -> Json.read(json, Point.class))
          .as(json)
          .isInstanceOf(JsonException.class);
    }
    for (var json : List.of("{\"name\":1}", "{\"name\":true}", "{\"name\":1.5}")) {
      assertThatThrownBy(() -> Json.read(json, Named.class))
          .as(json)
          .isInstanceOf(JsonException.class)
          .hasMessageContaining("at name");
    }
  }

  @Test
  void keepsTheDigitsAndTheScaleOfDecimals() {
    var huge = new Price(new BigDecimal("123456789012345678901234567890.10"));

    assertThat(Json.read(Json.writeString(huge), Price.class)).isEqualTo(huge);
    assertThat(Json.read("{\"amount\":1.10}", Price.class))
        .isEqualTo(new Price(new BigDecimal("1.10")));
    assertThat(Json.fromTree(Json.parse("{\"amount\":1.10}"), Price.class))
        .isEqualTo(new Price(new BigDecimal("1.10")));
  }

  @Test
  void leavesOutWhatIsAbsent() {
    record Maybe(@Nullable String name, Optional<Integer> size) {}

    assertThat(Json.writeString(new Maybe(null, Optional.empty()))).isEqualTo("{}");
    assertThat(Json.read("{}", Maybe.class)).isEqualTo(new Maybe(null, Optional.empty()));
  }

  @Test
  void ordersSetsAndMapsThatHaveNoOrder() {
    var names = new ArrayList<>(new TreeSet<>(List.of("q", "b", "z", "a", "m")));
    var expected =
        "{\"names\":[\"a\",\"b\",\"m\",\"q\",\"z\"],\"counts\":{\"a\":1,\"b\":2,\"c\":3}}";

    assertThat(Json.writeString(new Sets(new HashSet<>(names), Map.of("c", 3, "a", 1, "b", 2))))
        .isEqualTo(expected);
    assertThat(Json.writeString(new Sets(Set.copyOf(names), Map.of("b", 2, "c", 3, "a", 1))))
        .isEqualTo(expected);
  }

  @Test
  void saysThatAValueIsTooDeep() {
    List<?> deep = List.of();
    for (int i = 0; i < 2 * Json.MAX_DEPTH; i++) {
      deep = List.of(deep);
    }
    var value = deep;

    assertThatThrownBy(() -> Json.writeString(value))
        .isInstanceOfSatisfying(
            JsonException.class, e -> assertThat(e.isTooDeep()).isTrue());
    var text = "[".repeat(100_000);
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOfSatisfying(
            JsonException.class, e -> assertThat(e.isTooDeep()).isTrue());
  }

  @Test
  void readsGenericTypes() {
    Type type = new ListOf(Point.class);

    assertThat(Json.<List<Point>>read("[{\"x\":1,\"y\":2}]", type))
        .isEqualTo(List.of(new Point(1, 2)));
  }

  private record ListOf(Type item) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {item};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}
