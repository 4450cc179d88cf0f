package dev.treadle.materialize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.data.Html;
import dev.treadle.api.data.Secret;
import dev.treadle.api.data.Table;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.awt.image.BufferedImage;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaterializersTest {

  record Point(int x, Optional<String> name) {}

  record Polygon(List<Point> points) {}

  record Weights(double[] values) {}

  record Tree(Tree left, Tree right, String name) {}

  static final class Plain {
    int value;
  }

  List<Point> points;
  List<Stream<String>> streams;
  Map<String, Point> byName;

  private final Materializers all = new Materializers(List.of());

  @Test
  void choosesByType() throws NoSuchFieldException {
    assertThat(id(Point.class)).isEqualTo("json");
    assertThat(id(int.class)).isEqualTo("json");
    assertThat(id(String.class)).isEqualTo("json");
    assertThat(id(field("byName"))).isEqualTo("json");
    assertThat(id(field("points"))).isEqualTo("list");
    assertThat(id(Weights.class)).isEqualTo("kryo");
    assertThat(id(Tree.class)).isEqualTo("kryo");
    assertThat(id(Plain.class)).isEqualTo("kryo");
    assertThat(id(Html.class)).isEqualTo("text");
    assertThat(id(byte[].class)).isEqualTo("bytes");
    assertThat(id(float[][].class)).isEqualTo("array");
    assertThat(id(Path.class)).isEqualTo("path");
    assertThat(id(Table.class)).isEqualTo("table");
    assertThat(id(BufferedImage.class)).isEqualTo("image");
  }

  @Test
  void saysWhyThereIsNone() throws NoSuchFieldException {
    for (var type :
        List.of(field("streams"), Object.class, Stream.class, Secret.class, List.class)) {
      assertThatThrownBy(() -> all.require(type))
          .as(type.getTypeName())
          .isInstanceOfSatisfying(
              MaterializationException.class,
              e -> assertThat(e.code()).isEqualTo(CoreProblem.MAT_NONE))
          .hasMessageStartingWith("There is no materializer for ")
          .hasMessageContaining("provide a Materializer as a service");
    }
  }

  @Test
  void callsOnlyWhatNobodyCanChangeImmutable() throws NoSuchFieldException {
    assertThat(isImmutable(Point.class)).isTrue();
    assertThat(isImmutable(String.class)).isTrue();
    assertThat(isImmutable(Instant.class)).isTrue();
    assertThat(isImmutable(Tree.class)).isTrue();
    assertThat(isImmutable(Table.class)).isTrue();
    assertThat(isImmutable(Polygon.class)).isFalse();
    assertThat(isImmutable(Weights.class)).isFalse();
    assertThat(isImmutable(Plain.class)).isFalse();
    assertThat(isImmutable(field("points"))).isFalse();
    assertThat(isImmutable(byte[].class)).isFalse();
  }

  @Test
  void asksThoseOfUsersFirst() {
    var custom = new Materializers(List.of(new PointMaterializer("points")));

    assertThat(custom.require(Point.class).id()).isEqualTo("points");
    assertThat(custom.byId("points").formatVersion()).isEqualTo(7);
    assertThat(custom.byId("json").id()).isEqualTo("json");
  }

  @Test
  void refusesOneIdForTwo() {
    assertThatThrownBy(() -> new Materializers(List.of(new PointMaterializer("json"))))
        .isInstanceOf(MaterializationException.class)
        .hasMessageContaining("have the materializer id json");
    assertThatThrownBy(() -> all.byId("parquet"))
        .hasMessageContaining("no materializer with id parquet");
  }

  private String id(Type type) {
    return all.require(type).id();
  }

  private boolean isImmutable(Type type) {
    return all.require(type).immutable(type);
  }

  private static Type field(String name) throws NoSuchFieldException {
    return MaterializersTest.class.getDeclaredField(name).getGenericType();
  }

  private record PointMaterializer(String id) implements Materializer<Point> {
    @Override
    public int formatVersion() {
      return 7;
    }

    @Override
    public boolean handles(Type type) {
      return type == Point.class;
    }

    @Override
    public String mediaType(Type type) {
      return "text/plain";
    }

    @Override
    public void write(Point value, Type type, ArtifactOutput output) {
      throw new UnsupportedOperationException("This test stores nothing");
    }

    @Override
    public Point read(Type type, ArtifactInput input) {
      throw new UnsupportedOperationException("This test reads nothing");
    }
  }
}
