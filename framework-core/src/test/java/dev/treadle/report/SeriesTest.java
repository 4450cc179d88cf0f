package dev.treadle.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.metadata.MetricPoint;
import dev.treadle.report.Series.Point;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void thinningKeepsEndsAndPeaksAndSaysHowManyThereWere() {
    Series all = Series.of(
        "fit",
        IntStream.range(0, 100_000)
            .mapToObj(i -> point(-1, i == 54_321 ? 9 : i == 11_111 ? -9 : Math.sin(i)))
            .toList());

    Series thinned = all.thinned(100);

    assertThat(thinned.recorded()).isEqualTo(100_000);
    assertThat(thinned.points()).hasSizeBetween(200, 404);
    assertThat(thinned.points()).contains(new Point(54_321, 9), new Point(11_111, -9));
    assertThat(thinned.points().get(0)).isEqualTo(all.points().get(0));
    assertThat(thinned.points()).last().isEqualTo(all.points().get(99_999));
    assertThat(thinned.points()).extracting(Point::x).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void fewPointsStayAsTheyAre() {
    Series few = Series.of("fit", List.of(point(1, 5), point(7, 3)));

    assertThat(few.thinned(100)).isEqualTo(few);
    assertThat(few.points()).containsExactly(new Point(1, 5), new Point(7, 3));
  }

  @Test
  void stepsThatFallOrLackGiveWayToTheOrderOfRecording() {
    assertThat(Series.of("fit", List.of(point(7, 5), point(1, 3))).points())
        .containsExactly(new Point(0, 5), new Point(1, 3));
    assertThat(Series.of("fit", List.of(point(7, 5), point(-1, 3))).points())
        .containsExactly(new Point(0, 5), new Point(1, 3));
  }

  @Test
  void whatIsNoNumberIsCountedButNotDrawn() {
    Series series = Series.of(
        "fit", List.of(point(0, Double.NaN), point(1, 2), point(2, Double.POSITIVE_INFINITY)));

    assertThat(series.points()).containsExactly(new Point(1, 2));
    assertThat(series.recorded()).isEqualTo(3);
  }

  private static MetricPoint point(long step, double number) {
    return new MetricPoint("loss", step, number, Instant.EPOCH);
  }
}
