package dev.treadle.report;

import dev.treadle.metadata.MetricPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The history of a metric of one step run.
 *
 * @param label the step's
 * @param points finite ones, in the order of recording
 * @param recorded how many there were in all
 */
record Series(String label, List<Point> points, int recorded) {

  /** A place in the plane. */
  record Point(double x, double y) {}

  Series {
    points = List.copyOf(points);
  }

  /** Placed by the user's step numbers where all have one and they never fall, else by their order. */
  static Series of(String label, List<MetricPoint> recorded) {
    boolean numbered = true;
    for (int i = 0; i < recorded.size() && numbered; i++) {
      long step = recorded.get(i).step();
      numbered = step >= 0 && (i == 0 || step >= recorded.get(i - 1).step());
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      MetricPoint point = recorded.get(i);
      if (Double.isFinite(point.number())) {
        points.add(new Point(numbered ? point.step() : i, point.number()));
      }
    }
    return new Series(label, points, recorded.size());
  }

  /** The same with at most four points in each of so many columns: the first, least, greatest and last. */
  Series thinned(int columns) {
    if (points.size() <= columns * 4L) {
      return this;
    }
    double from = points.get(0).x();
    double width = (points.get(points.size() - 1).x() - from) / columns;
    List<Point> kept = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || column(i, from, width) != column(start, from, width)) {
        keep(points.subList(start, i), kept);
        start = i;
      }
    }
    return new Series(label, kept, recorded);
  }

  private int column(int index, double from, double width) {
    return (int) ((points.get(index).x() - from) / width);
  }

  private static void keep(List<Point> column, List<Point> kept) {
    int least = 0;
    int greatest = 0;
    for (int i = 1; i < column.size(); i++) {
      least = column.get(i).y() < column.get(least).y() ? i : least;
      greatest = column.get(i).y() > column.get(greatest).y() ? i : greatest;
    }
    int last = column.size() - 1;
    IntStream.of(0, Math.min(least, greatest), Math.max(least, greatest), last)
        .distinct()
        .mapToObj(column::get)
        .forEach(kept::add);
  }
}
