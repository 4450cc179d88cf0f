package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;

/** The way of an arrow, from left to right: straight where two points are level, curved where they are not. */
record Route(List<Point> points) {

  /** A place in a picture, {@code y} downwards. */
  record Point(double x, double y) {}

  Route {
    points = List.copyOf(points);
  }

  Route moved(double dx, double dy) {
    return new Route(
        points.stream().map(point -> new Point(point.x() + dx, point.y() + dy)).toList());
  }

  /** This way and then the other. */
  Route then(Route next) {
    List<Point> all = new ArrayList<>(points);
    next.points.stream().filter(point -> !point.equals(all.get(all.size() - 1))).forEach(all::add);
    return new Route(all);
  }
}
