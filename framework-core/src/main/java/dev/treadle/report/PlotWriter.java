package dev.treadle.report;

import dev.treadle.report.Series.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws the lines of a chart. */
final class PlotWriter {
  static final int COLUMNS = 280;
  private static final int WIDTH = 374;
  private static final int HEIGHT = 170;
  private static final int LEFT = 78;
  private static final int TOP = 10;
  private static final int BOTTOM = 146;
  private static final int RIGHT = LEFT + COLUMNS;

  private final Chart chart;
  private final Range x;
  private final Range y;

  /** From the least to the greatest, never empty. */
  private record Range(double from, double to) {
    static Range of(Chart chart, ToDoubleFunction<Point> value) {
      var all = chart.series().stream()
          .flatMap(series -> series.points().stream())
          .mapToDouble(value)
          .summaryStatistics();
      return new Range(all.getMin(), all.getMax());
    }

    /** From 0 to 1; halves, as the whole of a range may be more than a double holds. */
    double share(double value) {
      return from == to ? 0.5 : (value / 2 - from / 2) / (to / 2 - from / 2);
    }
  }

  private PlotWriter(Chart chart) {
    this.chart = chart;
    this.x = Range.of(chart, Point::x);
    this.y = Range.of(chart, Point::y);
  }

  static void write(Chart chart, Html html) {
    new PlotWriter(chart).draw(html);
  }

  private void draw(Html html) {
    html.open(
        "svg",
        "class",
        "plot",
        "role",
        "img",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "aria-label",
        chart.title() + " from " + Amount.metric(y.from()) + " to " + Amount.metric(y.to()));
    line(html, LEFT, TOP, RIGHT, TOP);
    line(html, LEFT, BOTTOM, RIGHT, BOTTOM);
    label(
        html,
        Amount.metric(y.to()),
        LEFT - 6,
        y.from() == y.to() ? (TOP + BOTTOM) / 2 + 4 : TOP + 4,
        "end");
    if (y.from() != y.to()) {
      label(html, Amount.metric(y.from()), LEFT - 6, BOTTOM + 4, "end");
    }
    label(html, Amount.metric(x.from()), LEFT, BOTTOM + 17, "start");
    label(html, Amount.metric(x.to()), RIGHT, BOTTOM + 17, "end");
    List<Series> all = chart.series();
    for (int i = 0; i < all.size(); i++) {
      html.open("polyline", "class", "line s" + i, "points", points(all.get(i)))
          .element("title", all.get(i).label())
          .close();
    }
    html.end();
    if (all.size() > 1) {
      html.open("p", "class", "legend");
      for (int i = 0; i < all.size(); i++) {
        html.element("span", all.get(i).label(), "class", "s" + i).text(" ");
      }
      html.end();
    }
  }

  private String points(Series series) {
    StringBuilder points = new StringBuilder();
    for (Point point : series.points()) {
      points
          .append(points.length() == 0 ? "" : " ")
          .append(Amount.at(LEFT + COLUMNS * x.share(point.x())))
          .append(',')
          .append(Amount.at(BOTTOM - (BOTTOM - TOP) * y.share(point.y())));
    }
    return points.toString();
  }

  private static void line(Html html, int x1, int y1, int x2, int y2) {
    html.open("line", "class", "axis", "x1", "" + x1, "y1", "" + y1, "x2", "" + x2, "y2", "" + y2)
        .close();
  }

  private static void label(Html html, String text, int x, int y, String anchor) {
    html.element("text", text, "x", "" + x, "y", "" + y, "text-anchor", anchor);
  }
}
