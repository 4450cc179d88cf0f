package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Lines that hang together in a drawing: they lead from each of their sources, which are in one layer, to each of their targets.
 * An upright trunk right of the sources gathers them; from it, lines lead straight into targets of the next layer, and buses
 * below the rows of other targets to arrow heads under these.
 */
final class TextNet {
  final int number;
  final int layer;
  final List<Integer> sources = new ArrayList<>();
  final List<Arrow> targets;
  final List<Arrow> entries = new ArrayList<>();
  final List<Bus> buses = new ArrayList<>();
  int trunk;

  /** A level line below a row. */
  static final class Bus {
    final int row;
    final String label;
    final List<Integer> heads = new ArrayList<>();
    int depth;

    Bus(int row, String label) {
      this.row = row;
      this.label = label;
    }

    int end() {
      return heads.stream().mapToInt(i -> i).max().orElse(0);
    }
  }

  /**
   * @param number from 1
   * @param targets the arrows that leave any one of the sources
   */
  TextNet(int number, int layer, List<Arrow> targets) {
    this.number = number;
    this.layer = layer;
    this.targets = targets;
  }

  /** Whether one line without a bend is all there is. */
  boolean isStraight(int[] rows) {
    var used = new TreeSet<Integer>();
    sources.forEach(source -> used.add(rows[source]));
    entries.forEach(entry -> used.add(rows[entry.to()]));
    return used.size() == 1 && entries.size() == targets.size();
  }
}
