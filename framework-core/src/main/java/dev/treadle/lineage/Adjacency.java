package dev.treadle.lineage;

import java.util.Arrays;

/**
 * Links between numbered nodes, each direction a list threaded through arrays: links can be added at any time, and as they come
 * in the order of their making, the neighbours of a node mostly lie side by side.
 */
final class Adjacency {
  static final int NONE = -1;

  private int[] first = new int[0];
  private int[] next = new int[1_024];
  private int[] target = new int[1_024];
  private int links;

  void add(int from, int to) {
    if (from >= first.length) {
      int known = first.length;
      first = Arrays.copyOf(first, Math.max(1_024, Math.max(from + 1, known * 2)));
      Arrays.fill(first, known, first.length, NONE);
    }
    if (links == next.length) {
      next = Arrays.copyOf(next, links * 2);
      target = Arrays.copyOf(target, links * 2);
    }
    target[links] = to;
    next[links] = first[from];
    first[from] = links++;
  }

  /** The first link of a node, or {@link #NONE}. */
  int first(int node) {
    return node < first.length ? first[node] : NONE;
  }

  int next(int link) {
    return next[link];
  }

  int target(int link) {
    return target[link];
  }
}
