package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the trunks between two layers. Where a box is level with one that another net leads into, the box's own trunk
 * has to be the left one of the two, lest their lines lie on each other. Where that goes round in a circle, an arrow is led in
 * from below instead.
 */
final class TextTracks {
  private TextTracks() {}

  /** The nets that need a trunk from left to right; straight ones need none. */
  static List<TextNet> order(List<TextNet> nets, int[] rows) {
    List<TextNet> left = new ArrayList<>(nets);
    List<TextNet> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Map<Integer, TextNet> starting = new HashMap<>();
      left.forEach(net -> net.sources.forEach(source -> starting.put(rows[source], net)));
      boolean found = false;
      for (TextNet net : left) {
        if (blocked(net, starting, rows).isEmpty()) {
          order.add(net);
          left.remove(net);
          found = true;
          break;
        }
      }
      if (!found) {
        left.get(0).entries.removeAll(blocked(left.get(0), starting, rows));
      }
    }
    // Entries may have been given up on the way, so this is known only now.
    return order.stream().filter(net -> !net.isStraight(rows)).toList();
  }

  /** The entries of the net that are level with the start of another whose trunk has no place yet. */
  private static List<Arrow> blocked(TextNet net, Map<Integer, TextNet> starting, int[] rows) {
    return net.entries.stream()
        .filter(entry -> {
          TextNet other = starting.get(rows[entry.to()]);
          return other != null && other != net;
        })
        .toList();
  }
}
