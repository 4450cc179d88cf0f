package dev.treadle.graph.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything of a diagram lies.
 *
 * @param boxes by the indexes of the diagram's boxes
 * @param arrows by the indexes of the diagram's arrows
 * @param groups the frame of each map's group by the index of the map's box
 */
record Layout(
    double width,
    double height,
    List<Rectangle> boxes,
    List<Route> arrows,
    Map<Integer, Rectangle> groups) {

  record Rectangle(double x, double y, double width, double height) {
    Rectangle moved(double dx, double dy) {
      return new Rectangle(x + dx, y + dy, width, height);
    }

    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middle() {
      return y + height / 2;
    }

    boolean overlaps(Rectangle other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
  }
}
