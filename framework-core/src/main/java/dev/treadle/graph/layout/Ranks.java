package dev.treadle.graph.layout;

import java.util.List;

/** Assigns vertices to layers: the longest way that leads to each, then moved nearer to what needs it. */
final class Ranks {
  private Ranks() {}

  /**
   * The layer of each vertex, from 0; every link leads to a higher one.
   *
   * @throws IllegalArgumentException when the links form a cycle
   */
  static int[] of(List<Vertex> vertices, List<Link> links) {
    int size = vertices.size();
    Neighbours after = Neighbours.after(size, links);
    Neighbours before = Neighbours.before(size, links);
    int[] order = order(size, before, after);
    int[] ranks = new int[size];
    for (int vertex : order) {
      int[] all = after.of(vertex);
      for (int next : all) {
        ranks[next] = Math.max(ranks[next], ranks[vertex] + 1);
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      pull(order[i], vertices, ranks, before, after);
    }
    pinToTheLast(vertices, ranks);
    return ranks;
  }

  /** A topological order, by indexes where there is a choice. */
  private static int[] order(int size, Neighbours before, Neighbours after) {
    int[] missing = new int[size];
    int[] order = new int[size];
    int found = 0;
    for (int i = 0; i < size; i++) {
      missing[i] = before.of(i).length;
      if (missing[i] == 0) {
        order[found++] = i;
      }
    }
    for (int done = 0; done < found; done++) {
      for (int next : after.of(order[done])) {
        if (--missing[next] == 0) {
          order[found++] = next;
        }
      }
    }
    if (found < size) {
      throw new IllegalArgumentException("The graph has a cycle");
    }
    return order;
  }

  /** Moves a vertex to what follows where that makes the links shorter altogether. */
  private static void pull(
      int vertex, List<Vertex> vertices, int[] ranks, Neighbours before, Neighbours after) {
    int[] next = after.of(vertex);
    if (next.length <= before.of(vertex).length
        || vertices.get(vertex).pin() != Vertex.Pin.ANYWHERE) {
      return;
    }
    int nearest = Integer.MAX_VALUE;
    for (int each : next) {
      nearest = Math.min(nearest, ranks[each]);
    }
    ranks[vertex] = nearest - 1;
  }

  private static void pinToTheLast(List<Vertex> vertices, int[] ranks) {
    int last = 0;
    for (int i = 0; i < ranks.length; i++) {
      boolean free = vertices.get(i).pin() != Vertex.Pin.LAST_LAYER;
      last = Math.max(last, free ? ranks[i] + 1 : ranks[i]);
    }
    for (int i = 0; i < ranks.length; i++) {
      if (vertices.get(i).pin() == Vertex.Pin.LAST_LAYER) {
        ranks[i] = last;
      }
    }
  }
}
