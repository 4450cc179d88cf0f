package dev.treadle.lineage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The nodes reached from one by a bounded number of links, breadth first. */
final class Walk {
  private final int[] nodes;
  private final int size;
  private final boolean truncated;

  private Walk(int[] nodes, int size, boolean truncated) {
    this.nodes = nodes;
    this.size = size;
    this.truncated = truncated;
  }

  /** Follows at most so many links one after the other. */
  static Walk from(int start, Adjacency links, int nodesInAll, long levels) {
    long[] seen = new long[(nodesInAll >> 6) + 1];
    int[] queue = new int[64];
    queue[0] = start;
    seen[start >> 6] |= 1L << start;
    int size = 1;
    int done = 0;
    for (long level = 0; level < levels && done < size; level++) {
      for (int end = size; done < end; done++) {
        for (int link = links.first(queue[done]); link >= 0; link = links.next(link)) {
          int node = links.target(link);
          long bit = 1L << node;
          if ((seen[node >> 6] & bit) == 0) {
            seen[node >> 6] |= bit;
            if (size == queue.length) {
              queue = Arrays.copyOf(queue, size * 2);
            }
            queue[size++] = node;
          }
        }
      }
    }
    boolean truncated = false;
    for (int i = done; i < size && !truncated; i++) {
      for (int link = links.first(queue[i]); link >= 0; link = links.next(link)) {
        int node = links.target(link);
        truncated |= (seen[node >> 6] & (1L << node)) == 0;
      }
    }
    return new Walk(queue, size, truncated);
  }

  IntStream nodes() {
    return Arrays.stream(nodes, 0, size);
  }

  boolean truncated() {
    return truncated;
  }
}
