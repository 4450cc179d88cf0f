package dev.treadle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.data.Column;
import dev.treadle.api.data.ColumnType;
import dev.treadle.api.data.Figure;
import dev.treadle.api.data.Html;
import dev.treadle.api.data.Table;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class MaterializersContractTest {

  enum Kind {
    A,
    B
  }

  sealed interface Shape permits Circle, Group {}

  record Circle(double radius) implements Shape {}

  record Group(String name, Kind kind, Map<String, Integer> counts) implements Shape {}

  record Row(int id, String name, double value, Optional<Instant> at) {}

  record Weights(double[] values, String name) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Weights w && Arrays.equals(w.values, values) && w.name.equals(name);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  static final class Node {
    private String name = "";
    private Node next;
    private List<Node> others = new ArrayList<>();
    private Set<BigDecimal> amounts = Set.of();

    String text() {
      return name + (next == this) + others.size() + amounts + (others.contains(this));
    }
  }

  List<Row> rows;
  List<Path> paths;
  List<List<double[]>> matrices;

  @Nested
  class JsonContract extends BuiltInContract<Shape> {
    @Override
    protected Type type() {
      return Shape.class;
    }

    @Override
    protected List<Shape> samples() {
      return List.of(
          new Group("ıİß\u0000\uD83D\uDE00", Kind.B, Map.of("a", 1, "b", 2, "c", 3)),
          new Circle(-0.0),
          new Circle(Double.NaN),
          new Circle(Double.NEGATIVE_INFINITY));
    }
  }

  @Nested
  class ScalarContract extends BuiltInContract<Long> {
    @Override
    protected Type type() {
      return long.class;
    }

    @Override
    protected boolean everyPrefixIsAValue() {
      return true;
    }

    @Override
    protected List<Long> samples() {
      return List.of(1234567L, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  @Nested
  class RecordWithArrayContract extends BuiltInContract<Weights> {
    @Override
    protected Type type() {
      return Weights.class;
    }

    @Override
    protected List<Weights> samples() {
      return List.of(
          new Weights(new double[] {1, -0.0, Double.NaN, Double.MIN_VALUE}, "a"),
          new Weights(new double[0], "\uD83D"));
    }
  }

  @Nested
  class ObjectContract extends BuiltInContract<Node> {
    @Override
    protected Type type() {
      return Node.class;
    }

    @Override
    protected List<Node> samples() {
      var node = new Node();
      node.name = "loop";
      node.next = node;
      node.others = List.of(node, new Node());
      node.amounts = Set.of(new BigDecimal("1.10"), new BigDecimal("1.1"), BigDecimal.TEN);
      return List.of(node, new Node());
    }

    @Override
    protected void assertSame(Node expected, Object actual) {
      var found = (Node) actual;
      assertThat(found.name).isEqualTo(expected.name);
      assertThat(found.amounts).isEqualTo(expected.amounts);
      assertThat(found.next == found).isEqualTo(expected.next == expected);
      assertThat(found.others).hasSameSizeAs(expected.others);
      assertThat(found.others.contains(found)).isEqualTo(expected.others.contains(expected));
    }
  }

  @Nested
  class RowsContract extends BuiltInContract<List<Row>> {
    @Override
    protected Type type() {
      return fieldType(MaterializersContractTest.class, "rows");
    }

    @Override
    protected List<List<Row>> samples() {
      return List.of(
          IntStream.range(0, 5_000)
              .mapToObj(i -> new Row(i, "row " + i, i / 3.0, Optional.of(Instant.ofEpochMilli(i))))
              .toList(),
          List.of(),
          List.of(new Row(Integer.MIN_VALUE, "", Double.NaN, Optional.empty())));
    }
  }

  @Nested
  class MatricesContract extends BuiltInContract<List<List<double[]>>> {
    @Override
    protected Type type() {
      return fieldType(MaterializersContractTest.class, "matrices");
    }

    @Override
    protected List<List<List<double[]>>> samples() {
      return List.of(List.of(List.of(new double[] {1, 2}, new double[0]), List.of()), List.of());
    }

    @Override
    protected void assertSame(List<List<double[]>> expected, Object actual) {
      var found =
          ((List<?>) actual).stream().map(inner -> ((List<?>) inner).toArray()).toArray();
      assertThat(Arrays.deepEquals(found, expected.stream().map(List::toArray).toArray()))
          .isTrue();
    }
  }

  @Nested
  class ArrayContract extends BuiltInContract<double[][]> {
    @Override
    protected Type type() {
      return double[][].class;
    }

    @Override
    protected List<double[][]> samples() {
      return List.of(
          new double[][] {{1, 2, 3}, {4, Double.NaN, -0.0}},
          new double[][] {{1}, {}, null, {2, 3}},
          new double[3][0],
          new double[0][],
          new double[200][100]);
    }

    @Override
    protected void assertSame(double[][] expected, Object actual) {
      assertThat(Arrays.deepEquals((double[][]) actual, expected)).isTrue();
    }
  }

  @Nested
  class CubeContract extends BuiltInContract<boolean[][][]> {
    @Override
    protected Type type() {
      return boolean[][][].class;
    }

    @Override
    protected List<boolean[][][]> samples() {
      return List.of(new boolean[][][] {{{true}, {false, true}}, {}, null}, new boolean[2][3][4]);
    }

    @Override
    protected void assertSame(boolean[][][] expected, Object actual) {
      assertThat(Arrays.deepEquals((boolean[][][]) actual, expected)).isTrue();
    }
  }

  @Nested
  class BytesContract extends BuiltInContract<byte[]> {
    @Override
    protected Type type() {
      return byte[].class;
    }

    @Override
    protected boolean everyPrefixIsAValue() {
      return true;
    }

    @Override
    protected List<byte[]> samples() {
      return List.of(new byte[] {1, 2, -1}, new byte[0]);
    }
  }

  @Nested
  class HtmlContract extends BuiltInContract<Html> {
    @Override
    protected Type type() {
      return Html.class;
    }

    @Override
    protected boolean everyPrefixIsAValue() {
      return true;
    }

    @Override
    protected List<Html> samples() {
      return List.of(new Html("<p>ü</p>"), new Html(""));
    }
  }

  @Nested
  class FigureContract extends BuiltInContract<Figure> {
    @Override
    protected Type type() {
      return Figure.class;
    }

    @Override
    protected boolean everyPrefixIsAValue() {
      return true;
    }

    @Override
    protected List<Figure> samples() {
      return List.of(new Figure("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
    }
  }

  @Nested
  class TableContract extends BuiltInContract<Table> {
    @Override
    protected Type type() {
      return Table.class;
    }

    @Override
    protected List<Table> samples() {
      return List.of(
          Table.of(List.of(
              Column.of("name", ColumnType.TEXT, Arrays.asList("a", null, "")),
              Column.of("n", ColumnType.INTEGER, List.of(1L, Long.MAX_VALUE, -1L)),
              Column.of("x", ColumnType.DECIMAL, Arrays.asList(null, Double.NaN, -0.0)),
              Column.of("t", ColumnType.INSTANT, Arrays.asList(null, null, Instant.EPOCH)))),
          Table.of(List.of()));
    }
  }

  @Nested
  class ImageContract extends BuiltInContract<BufferedImage> {
    @Override
    protected Type type() {
      return BufferedImage.class;
    }

    @Override
    protected List<BufferedImage> samples() {
      var image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB);
      image.setRGB(1, 2, 0x80FF1234);
      return List.of(image, new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY));
    }

    @Override
    protected void assertSame(BufferedImage expected, Object actual) {
      assertThat(pixels((BufferedImage) actual)).isEqualTo(pixels(expected));
    }

    private int[] pixels(BufferedImage image) {
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
  }

  abstract static class PathsOnDisk<T> extends BuiltInContract<T> {
    @TempDir
    Path root;

    Path file;
    Path tree;

    @BeforeEach
    void makeFiles() throws IOException {
      file = Files.writeString(root.resolve("ü file.txt"), "text");
      tree =
          Files.createDirectories(root.resolve("tree/.git/inner")).getParent().getParent();
      Files.writeString(tree.resolve(".git/inner/a"), "a");
      Files.writeString(tree.resolve("b"), "");
    }

    @Override
    protected boolean everyPrefixIsAValue() {
      return true;
    }

    String contents(Path path) {
      try (var walk = Files.walk(path)) {
        return walk.filter(Files::isRegularFile)
            .sorted()
            .map(f -> path.relativize(f) + "=" + read(f))
            .toList()
            .toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String read(Path path) {
      try {
        return Files.readString(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class PathContract extends PathsOnDisk<Path> {
    @Override
    protected Type type() {
      return Path.class;
    }

    @Override
    protected List<Path> samples() {
      return List.of(file, tree);
    }

    @Override
    protected void assertSame(Path expected, Object actual) {
      assertThat(contents((Path) actual)).isEqualTo(contents(expected));
    }
  }

  @Nested
  class NestedListContract extends PathsOnDisk<List<Path>> {
    @Override
    protected Type type() {
      return fieldType(MaterializersContractTest.class, "paths");
    }

    @Override
    protected List<List<Path>> samples() {
      return List.of(List.of(file, tree, file), List.of());
    }

    @Override
    protected void assertSame(List<Path> expected, Object actual) {
      assertThat(((List<?>) actual).stream().map(p -> contents((Path) Objects.requireNonNull(p))))
          .isEqualTo(expected.stream().map(this::contents).toList());
    }
  }
}
