package dev.treadle.lineage;

import java.util.BitSet;

/**
 * All nodes reached from one, at any distance.
 *
 * <p>What is made has a higher number than what it is made from, with few exceptions (a step run that is finished a second
 * time). So the nodes are visited in the order of their numbers, which reads memory from one end to the other instead of at
 * random, ten times as fast for a million; exceptions cost another round.
 */
final class Sweep {
  private final Adjacency links;
  // A bit for each node, by hand because a BitSet finds the next one anew each time.
  private final long[] reached;
  private boolean again;

  private Sweep(Adjacency links, int nodesInAll) {
    this.links = links;
    this.reached = new long[(nodesInAll >> 6) + 1];
  }

  static BitSet from(int start, Direction direction, Adjacency links, int nodesInAll) {
    Sweep sweep = new Sweep(links, nodesInAll);
    sweep.reached[start >> 6] |= 1L << start;
    do {
      sweep.again = false;
      if (direction == Direction.UPSTREAM) {
        sweep.downwards();
      } else {
        sweep.upwards();
      }
    } while (sweep.again);
    return BitSet.valueOf(sweep.reached);
  }

  private void downwards() {
    for (int word = reached.length - 1; word >= 0; word--) {
      long left = reached[word];
      while (left != 0) {
        int bit = 63 - Long.numberOfLeadingZeros(left);
        visit((word << 6) + bit, Direction.UPSTREAM);
        left = reached[word] & ((1L << bit) - 1);
      }
    }
  }

  private void upwards() {
    for (int word = 0; word < reached.length; word++) {
      long left = reached[word];
      while (left != 0) {
        int bit = Long.numberOfTrailingZeros(left);
        visit((word << 6) + bit, Direction.DOWNSTREAM);
        left = reached[word] & (-2L << bit);
      }
    }
  }

  // Half of the targets are known already, in no order that a processor could foresee: no branches.
  @SuppressWarnings("ShortCircuitBoolean")
  private void visit(int node, Direction direction) {
    for (int link = links.first(node); link >= 0; link = links.next(link)) {
      int target = links.target(link);
      long before = reached[target >> 6];
      long after = before | 1L << target;
      reached[target >> 6] = after;
      boolean behind = direction == Direction.UPSTREAM ? target > node : target < node;
      again |= behind & before != after;
    }
  }
}
