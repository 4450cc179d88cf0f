package dev.treadle.graph.layout;

import dev.treadle.graph.layout.Route.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** A layered layout without groups, in a time nearly linear in what is drawn. */
final class FlatLayout {
  private static final double CHANNEL = 40;
  private static final double WIDEST_CHANNEL = 160;
  private static final double TRACK = 10;

  private final List<Vertex> vertices;
  private final List<Link> links;
  private final Chains chains;
  private final int[][] layers;
  private final double[] middles;
  private final double[] lefts;
  private final double[] rights;
  private final int[] tracks;
  private final double height;

  private FlatLayout(List<Vertex> vertices, List<Link> links) {
    this.vertices = vertices;
    this.links = links;
    int[] ranks = Ranks.of(vertices, links);
    chains = Chains.of(links, ranks);
    layers = LayerOrder.of(chains);
    middles = Placement.of(
        chains, layers, vertices.stream().mapToDouble(Vertex::height).toArray());
    lefts = new double[layers.length];
    rights = new double[layers.length];
    spread();
    tracks = tracks();
    height = bottom() + (Arrays.stream(tracks).max().orElse(-1) + 1) * TRACK;
  }

  static FlatLayout of(List<Vertex> vertices, List<Link> links) {
    return new FlatLayout(vertices, links);
  }

  double width() {
    return rights.length == 0 ? 0 : rights[rights.length - 1];
  }

  double height() {
    return height;
  }

  double left(int vertex) {
    return lefts[chains.rank(vertex)];
  }

  double middle(int vertex) {
    return middles[vertex];
  }

  /** The way of a link from its vertex's right side to the other's left side. */
  Route route(int index) {
    Link link = links.get(index);
    List<Point> points = new ArrayList<>();
    double y = middles[link.from()] + link.fromDy();
    double end = middles[link.to()] + link.toDy();
    add(points, left(link.from()) + vertices.get(link.from()).width(), y);
    add(points, rights[chains.rank(link.from())], y);
    if (chains.isLong(index)) {
      double below = height - tracks[index] * TRACK;
      add(points, lefts[chains.rank(link.from()) + 1], below);
      add(points, rights[chains.rank(link.to()) - 1], below);
    } else {
      int[] along = chains.along(index);
      for (int i = 1; i < along.length - 1; i++) {
        add(points, lefts[chains.rank(along[i])], middles[along[i]]);
        add(points, rights[chains.rank(along[i])], middles[along[i]]);
      }
    }
    add(points, left(link.to()), end);
    return new Route(points);
  }

  private double bottom() {
    return IntStream.range(0, middles.length)
        .mapToDouble(
            i -> middles[i] + (chains.isVirtual(i) ? 0 : vertices.get(i).height() / 2))
        .max()
        .orElse(0);
  }

  private static void add(List<Point> points, double x, double y) {
    Point point = new Point(x, y);
    if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
      points.add(point);
    }
  }

  /** Sets layers side by side, with more room between them for labels and steep links. */
  private void spread() {
    double[] labels = new double[layers.length];
    double[] steep = new double[layers.length];
    for (Link link : links) {
      int rank = chains.rank(link.from());
      labels[rank] = Math.max(labels[rank], link.labelWidth());
    }
    for (Link piece : chains.pieces()) {
      int rank = chains.rank(piece.from());
      double dy = middles[piece.from()] + piece.fromDy() - middles[piece.to()] - piece.toDy();
      steep[rank] = Math.max(steep[rank], Math.abs(dy) / 5);
    }
    double x = 0;
    for (int i = 0; i < layers.length; i++) {
      lefts[i] = x;
      double width = 0;
      for (int vertex : layers[i]) {
        width =
            Math.max(width, chains.isVirtual(vertex) ? 0 : vertices.get(vertex).width());
      }
      rights[i] = x + width;
      x = rights[i] + Math.round(Math.min(WIDEST_CHANNEL, CHANNEL + steep[i]) + labels[i]);
    }
  }

  /** Links that are led around run below, as many side by side as do not touch. */
  private int[] tracks() {
    int[] tracks = new int[links.size()];
    Arrays.fill(tracks, -1);
    List<Integer> around = IntStream.range(0, tracks.length)
        .filter(chains::isLong)
        .boxed()
        .sorted(Comparator.comparingInt(i -> chains.rank(links.get(i).from())))
        .toList();
    PriorityQueue<Integer> busy = new PriorityQueue<>(
        Comparator.<Integer>comparingInt(i -> chains.rank(links.get(i).to()))
            .thenComparingInt(i -> i));
    int count = 0;
    for (int link : around) {
      Integer ended = busy.peek();
      if (ended != null
          && chains.rank(links.get(ended).to()) <= chains.rank(links.get(link).from())) {
        busy.remove();
        tracks[link] = tracks[ended];
      } else {
        tracks[link] = count++;
      }
      busy.add(link);
    }
    return tracks;
  }
}
