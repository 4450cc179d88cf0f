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
  private final BitSet reached;
  private final BitSet waiting;
  private boolean again;

  private Sweep(Adjacency links, int nodesInAll) {
    this.links = links;
    this.reached = new BitSet(nodesInAll);
    this.waiting = new BitSet(nodesInAll);
  }

  static BitSet from(int start, Direction direction, Adjacency links, int nodesInAll) {
    Sweep sweep = new Sweep(links, nodesInAll);
    sweep.reached.set(start);
    sweep.waiting.set(start);
    do {
      sweep.again = false;
      if (direction == Direction.UPSTREAM) {
        sweep.downwards(nodesInAll - 1);
      } else {
        sweep.upwards();
      }
    } while (sweep.again);
    return sweep.reached;
  }

  private void downwards(int highest) {
    for (int node = waiting.previousSetBit(highest);
        node >= 0;
        node = waiting.previousSetBit(node)) {
      waiting.clear(node);
      for (int link = links.first(node); link >= 0; link = links.next(link)) {
        int target = links.target(link);
        again |= reach(target) && target > node;
      }
    }
  }

  private void upwards() {
    for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node)) {
      waiting.clear(node);
      for (int link = links.first(node); link >= 0; link = links.next(link)) {
        int target = links.target(link);
        again |= reach(target) && target < node;
      }
    }
  }

  private boolean reach(int node) {
    if (reached.get(node)) {
      return false;
    }
    reached.set(node);
    waiting.set(node);
    return true;
  }
}
