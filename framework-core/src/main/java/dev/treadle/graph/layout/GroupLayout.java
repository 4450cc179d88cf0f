package dev.treadle.graph.layout;

import dev.treadle.graph.layout.Layout.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a frame surrounds, or the whole diagram with groups as blocks. */
final class GroupLayout {
  /** The map of the whole diagram. */
  static final int ROOT = -1;

  private static final double PORT_HEIGHT = 4;
  private static final double PADDING = 16;
  private static final double TITLE = 22;

  private final int map;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<Integer, Integer> vertexOfBox = new HashMap<>();
  private final Map<Integer, Integer> vertexOfBlock = new HashMap<>();
  private final Map<Integer, Integer> portOfArrow = new HashMap<>();
  private final Map<Integer, Integer> linkOfArrow = new HashMap<>();
  private FlatLayout layout = FlatLayout.of(List.of(), List.of());

  GroupLayout(int map) {
    this.map = map;
  }

  /** Where an arrow meets a vertex: so far below its middle. */
  record End(int vertex, double dy) {}

  void addBox(int box, Vertex vertex) {
    vertexOfBox.put(box, vertices.size());
    vertices.add(vertex);
  }

  void addBlock(GroupLayout group) {
    vertexOfBlock.put(group.map, vertices.size());
    vertices.add(new Vertex(group.width(), group.height(), Vertex.Pin.ANYWHERE));
  }

  void addInside(int index, Arrow arrow, double label) {
    link(index, of(vertexOfBox, arrow.from()), of(vertexOfBox, arrow.to()), 0, 0, label);
  }

  void addBetween(int index, End from, End to, double label) {
    link(index, from.vertex(), to.vertex(), from.dy(), to.dy(), label);
  }

  void addOut(int index, int box, double label) {
    int port = port(index, Vertex.Pin.LAST_LAYER);
    link(index, of(vertexOfBox, box), port, 0, 0, label);
  }

  void addIn(int index, int box) {
    int port = port(index, Vertex.Pin.FIRST_LAYER);
    link(index, port, of(vertexOfBox, box), 0, 0, 0);
  }

  int vertexOfBox(int box) {
    return of(vertexOfBox, box);
  }

  int vertexOfBlock(int block) {
    return of(vertexOfBlock, block);
  }

  private static int of(Map<Integer, Integer> numbers, int key) {
    return Objects.requireNonNull(numbers.get(key));
  }

  private int port(int arrow, Vertex.Pin pin) {
    portOfArrow.put(arrow, vertices.size());
    vertices.add(new Vertex(0, PORT_HEIGHT, pin));
    return vertices.size() - 1;
  }

  private void link(int arrow, int from, int to, double fromDy, double toDy, double label) {
    linkOfArrow.put(arrow, links.size());
    links.add(new Link(from, to, fromDy, toDy, label));
  }

  void layOut() {
    layout = FlatLayout.of(vertices, links);
  }

  double width() {
    return layout.width() + 2 * side();
  }

  double height() {
    return layout.height() + side() + top();
  }

  double portY(int arrow) {
    return layout.middle(of(portOfArrow, arrow)) + top();
  }

  Rectangle rectangle(int vertex) {
    Vertex of = vertices.get(vertex);
    return new Rectangle(
        layout.left(vertex) + side(),
        layout.middle(vertex) - of.height() / 2 + top(),
        of.width(),
        of.height());
  }

  /** The way inside; that of an arrow from or to the outside reaches the frame. */
  Route route(int arrow) {
    Route route = layout.route(of(linkOfArrow, arrow)).moved(side(), top());
    if (!portOfArrow.containsKey(arrow)) {
      return route;
    }
    boolean enters = vertices.get(of(portOfArrow, arrow)).pin() == Vertex.Pin.FIRST_LAYER;
    Route border = new Route(List.of(new Route.Point(enters ? 0 : width(), portY(arrow))));
    return enters ? border.then(route) : route.then(border);
  }

  private double side() {
    return map == ROOT ? 0 : PADDING;
  }

  private double top() {
    return map == ROOT ? 0 : TITLE;
  }
}
