package dev.treadle.graph.layout;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** The vertices, or the links themselves, on one side of each vertex, in the order of the links. */
final class Neighbours {
  private final int[][] neighbours;

  private Neighbours(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  static Neighbours after(int size, List<Link> links) {
    return of(size, links, Link::from, index -> links.get(index).to());
  }

  static Neighbours before(int size, List<Link> links) {
    return of(size, links, Link::to, index -> links.get(index).from());
  }

  static Neighbours indexesByEnd(int size, List<Link> links) {
    return of(size, links, Link::to, index -> index);
  }

  static Neighbours indexesByStart(int size, List<Link> links) {
    return of(size, links, Link::from, index -> index);
  }

  int[] of(int vertex) {
    return neighbours[vertex];
  }

  private static Neighbours of(
      int size, List<Link> links, ToIntFunction<Link> key, IntUnaryOperator value) {
    int[] counts = new int[size];
    links.forEach(link -> counts[key.applyAsInt(link)]++);
    int[][] neighbours = new int[size][];
    for (int i = 0; i < size; i++) {
      neighbours[i] = new int[counts[i]];
      counts[i] = 0;
    }
    for (int i = 0; i < links.size(); i++) {
      int at = key.applyAsInt(links.get(i));
      neighbours[at][counts[at]++] = value.applyAsInt(i);
    }
    return new Neighbours(neighbours);
  }
}
