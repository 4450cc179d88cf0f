package dev.treadle.graph.layout;

import dev.treadle.graph.layout.Layout.Rectangle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lays a diagram out in layers from left to right. Each group is laid out by itself and then placed as a whole, so that nothing
 * foreign can come to lie within its frame; arrows enter and leave it through ports on its sides. The same diagram gives the
 * same layout, number for number.
 */
final class LayeredLayout {

  private final Diagram diagram;
  private final ToDoubleFunction<Box> widths;
  private final ToDoubleFunction<Arrow> labelWidths;
  private final double boxHeight;
  private final Map<Integer, GroupLayout> groups = new TreeMap<>();

  private LayeredLayout(
      Diagram diagram,
      double boxHeight,
      ToDoubleFunction<Box> widths,
      ToDoubleFunction<Arrow> labelWidths) {
    this.diagram = diagram;
    this.boxHeight = boxHeight;
    this.widths = widths;
    this.labelWidths = labelWidths;
  }

  /** Lays out boxes of one height, and arrows with room for their labels near their start. */
  static Layout of(
      Diagram diagram,
      double boxHeight,
      ToDoubleFunction<Box> widths,
      ToDoubleFunction<Arrow> labelWidths) {
    return new LayeredLayout(diagram, boxHeight, widths, labelWidths).layout();
  }

  private Layout layout() {
    GroupLayout root = new GroupLayout(GroupLayout.ROOT);
    diagram.maps().forEach(map -> groups.put(map, new GroupLayout(map)));
    for (int i = 0; i < diagram.boxes().size(); i++) {
      Box box = diagram.boxes().get(i);
      groups
          .getOrDefault(box.map(), root)
          .addBox(i, new Vertex(widths.applyAsDouble(box), boxHeight, Vertex.Pin.ANYWHERE));
    }
    for (int i = 0; i < diagram.arrows().size(); i++) {
      Arrow arrow = diagram.arrows().get(i);
      GroupLayout from = groups.getOrDefault(diagram.boxes().get(arrow.from()).map(), root);
      GroupLayout to = groups.getOrDefault(diagram.boxes().get(arrow.to()).map(), root);
      double label = labelWidths.applyAsDouble(arrow);
      if (from == to) {
        from.addInside(i, arrow, label);
      } else {
        if (from != root) {
          from.addOut(i, arrow.from(), label);
        }
        if (to != root) {
          to.addIn(i, arrow.to());
        }
      }
    }
    groups.values().forEach(group -> {
      group.layOut();
      root.addBlock(group);
    });
    for (int i = 0; i < diagram.arrows().size(); i++) {
      Arrow arrow = diagram.arrows().get(i);
      int from = diagram.boxes().get(arrow.from()).map();
      int to = diagram.boxes().get(arrow.to()).map();
      if (from != to) {
        root.addBetween(
            i,
            end(from, arrow.from(), i, root),
            end(to, arrow.to(), i, root),
            from == GroupLayout.ROOT ? labelWidths.applyAsDouble(arrow) : 0);
      }
    }
    root.layOut();
    return assembled(root);
  }

  private GroupLayout.End end(int map, int box, int arrow, GroupLayout root) {
    GroupLayout group = groups.get(map);
    return group == null
        ? new GroupLayout.End(root.vertexOfBox(box), 0)
        : new GroupLayout.End(root.vertexOfBlock(map), group.portY(arrow) - group.height() / 2);
  }

  private Layout assembled(GroupLayout root) {
    Map<Integer, Rectangle> frames = new HashMap<>();
    groups.forEach((map, group) -> frames.put(map, root.rectangle(root.vertexOfBlock(map))));
    List<Rectangle> boxes = IntStream.range(0, diagram.boxes().size())
        .mapToObj(i -> {
          int map = diagram.boxes().get(i).map();
          GroupLayout group = groups.getOrDefault(map, root);
          Rectangle inside = group.rectangle(group.vertexOfBox(i));
          Rectangle frame = frames.get(map);
          return frame == null ? inside : inside.moved(frame.x(), frame.y());
        })
        .toList();
    List<Route> arrows = IntStream.range(0, diagram.arrows().size())
        .mapToObj(i -> route(i, root, frames))
        .toList();
    return new Layout(root.width(), root.height(), boxes, arrows, frames);
  }

  private Route route(int index, GroupLayout root, Map<Integer, Rectangle> frames) {
    Arrow arrow = diagram.arrows().get(index);
    int from = diagram.boxes().get(arrow.from()).map();
    int to = diagram.boxes().get(arrow.to()).map();
    if (from == to) {
      return within(from, index, root, frames);
    }
    Route route = root.route(index);
    if (from != GroupLayout.ROOT) {
      route = within(from, index, root, frames).then(route);
    }
    return to == GroupLayout.ROOT ? route : route.then(within(to, index, root, frames));
  }

  private Route within(int map, int arrow, GroupLayout root, Map<Integer, Rectangle> frames) {
    Rectangle frame = frames.get(map);
    return frame == null
        ? root.route(arrow)
        : groups.getOrDefault(map, root).route(arrow).moved(frame.x(), frame.y());
  }
}
