package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.graph.layout.Layout.Rectangle;
import dev.treadle.graph.layout.Route.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredLayoutTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boxesOverlapNeitherEachOtherNorForeignFrames(long seed) {
    Diagram diagram = Diagrams.random(60, 90, 25, seed);
    Layout layout = layout(diagram);

    for (int i = 0; i < layout.boxes().size(); i++) {
      Rectangle box = layout.boxes().get(i);
      assertThat(box.x()).isNotNegative();
      assertThat(box.y()).isNotNegative();
      assertThat(box.right()).isLessThanOrEqualTo(layout.width());
      assertThat(box.bottom()).isLessThanOrEqualTo(layout.height());
      for (Rectangle other : layout.boxes().subList(0, i)) {
        assertThat(box.overlaps(other)).isFalse();
      }
      int map = diagram.boxes().get(i).map();
      layout
          .groups()
          .forEach((of, frame) -> assertThat(box.overlaps(frame)).isEqualTo(of.equals(map)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void arrowsGoForwardFromBoxToBox(long seed) {
    Diagram diagram = Diagrams.random(60, 90, 25, seed);
    Layout layout = layout(diagram);

    for (int i = 0; i < diagram.arrows().size(); i++) {
      List<Point> points = layout.arrows().get(i).points();
      Rectangle from = layout.boxes().get(diagram.arrows().get(i).from());
      Rectangle to = layout.boxes().get(diagram.arrows().get(i).to());
      assertThat(points.get(0)).isEqualTo(new Point(from.right(), from.middle()));
      assertThat(points.get(points.size() - 1)).isEqualTo(new Point(to.x(), to.middle()));
      for (int k = 1; k < points.size(); k++) {
        assertThat(points.get(k).x()).isGreaterThan(points.get(k - 1).x());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noArrowPassesBehindABox(long seed) {
    Layout layout = layout(Diagrams.random(60, 90, 25, seed));

    for (Route route : layout.arrows()) {
      for (int k = 1; k < route.points().size(); k++) {
        Point start = route.points().get(k - 1);
        Point end = route.points().get(k);
        // A curve may be anywhere between its ends.
        Rectangle span = new Rectangle(
            start.x(),
            Math.min(start.y(), end.y()),
            end.x() - start.x(),
            Math.abs(end.y() - start.y()));
        assertThat(layout.boxes()).noneMatch(box -> isHit(box, span));
      }
    }
  }

  private static boolean isHit(Rectangle box, Rectangle span) {
    return box.x() < span.right()
        && span.x() < box.right()
        && box.y() <= span.bottom()
        && span.y() <= box.bottom();
  }

  @Test
  void ledAroundAllLayersAnArrowStaysClearOfTheBoxes() {
    Diagram chain = Diagrams.chain(30);
    List<Arrow> arrows = new ArrayList<>(chain.arrows());
    arrows.add(new Arrow(0, 29, Arrow.Kind.VALUE, ""));
    arrows.add(new Arrow(3, 20, Arrow.Kind.VALUE, ""));
    Diagram diagram = new Diagram("chain", chain.boxes(), arrows);
    Layout layout = layout(diagram);

    double bottom = layout.boxes().stream().mapToDouble(Rectangle::bottom).max().orElseThrow();
    List<Double> depths = IntStream.range(0, arrows.size())
        .filter(i -> diagram.arrows().get(i).to() - diagram.arrows().get(i).from() > 1)
        .mapToObj(i -> layout.arrows().get(i).points().get(1).y() > bottom
            ? layout.arrows().get(i).points().get(1).y()
            : layout.arrows().get(i).points().get(2).y())
        .toList();
    assertThat(depths).hasSize(2).doesNotHaveDuplicates().allMatch(y -> y >= bottom);
  }

  @Test
  void isTheSameForTheSameDiagramInWhateverOrderItsArrowsAre() {
    Diagram diagram = Diagrams.random(60, 90, 25, 9);
    List<Arrow> shuffled = new ArrayList<>(diagram.arrows());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(layout(new Diagram("random", diagram.boxes(), shuffled))).isEqualTo(layout(diagram));
  }

  @Test
  void keepsTheGivenOrderWhereNothingIsGainedByAnother() {
    Layout layout = layout(Diagrams.of("a; b; c; d; e; a>b; a>c; a>d; b>e; c>e; d>e"));

    assertThat(
            List.of(layout.boxes().get(1), layout.boxes().get(2), layout.boxes().get(3)))
        .isSortedAccordingTo((one, other) -> Double.compare(one.y(), other.y()));
  }

  @Test
  void untanglesWhatCanBeUntangled() {
    Layout layout = layout(Diagrams.of("a; b; c; x; y; z; a>z; b>y; c>x"));

    IntStream.range(0, 3)
        .forEach(i -> assertThat(layout.boxes().get(i).y())
            .isEqualTo(layout.boxes().get(5 - i).y()));
  }

  @Test
  void drawsAChainAsALine() {
    assertThat(layout(Diagrams.chain(20)).boxes()).extracting(Rectangle::y).containsOnly(0.0);
  }

  @Test
  void refusesArrowsThatDoNotGoForward() {
    Box box = Diagrams.of("a").boxes().get(0);

    assertThatThrownBy(() ->
            new Diagram("odd", List.of(box, box), List.of(new Arrow(1, 0, Arrow.Kind.VALUE, ""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The arrow from box 1 to 0 does not go forward");
  }

  private static Layout layout(Diagram diagram) {
    return LayeredLayout.of(
        diagram, 34, box -> 60 + box.name().length(), arrow -> arrow.label().length() * 7);
  }
}
