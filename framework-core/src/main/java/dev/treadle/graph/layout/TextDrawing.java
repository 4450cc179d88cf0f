package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws a small diagram with characters, one line for each row of boxes and as many between as arrows need. */
final class TextDrawing {
  private static final int MOST_BOXES = 200;
  private static final int MOST_ARROWS = 400;

  private final Diagram diagram;
  private final String[] texts;
  private final int[] layers;
  private final int[] rows;
  private final int[] columns;
  private final List<TextNet> nets = new ArrayList<>();

  private TextDrawing(Diagram diagram) {
    this.diagram = diagram;
    texts = diagram.boxes().stream().map(TextWriter::text).toArray(String[]::new);
    layers = new int[texts.length];
    rows = new int[texts.length];
    columns = new int[texts.length];
  }

  static TextDrawing of(Diagram diagram) {
    return new TextDrawing(diagram);
  }

  /** The drawing, empty when it is too wide or could not be read. */
  Optional<List<String>> lines(int width) {
    if (texts.length == 0 || texts.length > MOST_BOXES || diagram.arrows().size() > MOST_ARROWS) {
      return Optional.empty();
    }
    placeRows();
    makeNets();
    chooseEntries();
    int needed = placeColumns();
    if (needed > width || !placeBuses()) {
      return Optional.empty();
    }
    TextCanvas canvas = draw(needed);
    return canvas.isFaulty() || canvas.crossings() > diagram.arrows().size()
        ? Optional.empty()
        : Optional.of(canvas.lines());
  }

  /**
   * A box lies level with the first one that leads to it from the layer before, or else as near below as there is room. What
   * nothing leads to lies below all that, so that it does not push the main line aside.
   */
  private void placeRows() {
    List<Vertex> vertices = diagram.boxes().stream()
        .map(box -> new Vertex(1, 1, Vertex.Pin.ANYWHERE))
        .toList();
    List<Link> links = diagram.arrows().stream()
        .map(arrow -> new Link(arrow.from(), arrow.to()))
        .toList();
    int[] ranks = Ranks.of(vertices, links);
    System.arraycopy(ranks, 0, layers, 0, ranks.length);
    Neighbours before = Neighbours.before(texts.length, links);
    for (int[] layer : LayerOrder.of(Chains.of(links, ranks))) {
      int free = 0;
      List<Integer> boxes = Arrays.stream(layer)
          .filter(box -> box < texts.length)
          .boxed()
          .sorted(Comparator.comparing(box -> before.of(box).length == 0))
          .toList();
      for (int box : boxes) {
        int level = Arrays.stream(before.of(box))
            .filter(each -> layers[each] == layers[box] - 1)
            .map(each -> rows[each])
            .min()
            .orElse(0);
        rows[box] = Math.max(free, level);
        free = rows[box] + 1;
      }
    }
  }

  private record Key(int layer, List<Arrow> targets) {}

  /** Boxes of one layer that lead to just the same boxes share a net. */
  private void makeNets() {
    Map<Integer, List<Arrow>> leaving = new TreeMap<>();
    diagram
        .arrows()
        .forEach(arrow -> leaving
            .computeIfAbsent(arrow.from(), box -> new ArrayList<>())
            .add(new Arrow(0, arrow.to(), arrow.kind(), arrow.label())));
    Map<Key, TextNet> byTargets = new LinkedHashMap<>();
    leaving.forEach((box, targets) -> byTargets
        .computeIfAbsent(
            new Key(layers[box], targets),
            key -> new TextNet(byTargets.size() + 1, layers[box], targets))
        .sources
        .add(box));
    nets.addAll(byTargets.values());
  }

  /** One net comes straight into each box, preferably the level one; the others from below. */
  private void chooseEntries() {
    TextNet[] chosen = new TextNet[texts.length];
    for (TextNet net : nets) {
      for (Arrow arrow : net.targets) {
        int box = arrow.to();
        boolean next = layers[box] == net.layer + 1;
        if (next && (chosen[box] == null || (isLevel(net, box) && !isLevel(chosen[box], box)))) {
          chosen[box] = net;
        }
      }
    }
    for (TextNet net : nets) {
      for (Arrow arrow : net.targets) {
        if (chosen[arrow.to()] == net) {
          net.entries.add(arrow);
        }
      }
    }
  }

  private boolean isLevel(TextNet net, int box) {
    return net.sources.stream().anyMatch(source -> rows[source] == rows[box]);
  }

  /** Gives each layer and each trunk a column, and tells how many there are. */
  private int placeColumns() {
    int x = 0;
    int last = Arrays.stream(layers).max().orElse(0);
    for (int layer = 0; layer <= last; layer++) {
      int width = 0;
      for (int box = 0; box < texts.length; box++) {
        if (layers[box] == layer) {
          columns[box] = x;
          width = Math.max(width, texts[box].length());
        }
      }
      x += width;
      if (layer < last) {
        x += channel(layer, x);
      }
    }
    return x;
  }

  /** The width between two layers: {@code ─}, a pair of columns for each trunk, room for labels, and the head. */
  private int channel(int layer, int start) {
    List<TextNet> tracks =
        TextTracks.order(nets.stream().filter(net -> net.layer == layer).toList(), rows);
    int x = start + 2;
    for (TextNet net : tracks) {
      net.trunk = x;
      x += 2;
    }
    int label = nets.stream()
        .filter(net -> net.layer == layer)
        .flatMap(net -> net.targets.stream())
        .mapToInt(arrow -> arrow.label().length())
        .max()
        .orElse(0);
    return x - start + (label == 0 ? 0 : label + 1) + 2;
  }

  /** Gives each arrow from below a column under its box, and each bus a line; false when a box is too short for all. */
  private boolean placeBuses() {
    int[] heads = new int[texts.length];
    for (TextNet net : nets) {
      Map<List<Object>, TextNet.Bus> buses = new LinkedHashMap<>();
      for (Arrow arrow : net.targets) {
        if (!net.entries.contains(arrow)) {
          int box = arrow.to();
          int offset = Math.min(1, texts[box].length() - 1) + 2 * heads[box]++;
          if (offset >= texts[box].length()) {
            return false;
          }
          buses
              .computeIfAbsent(
                  List.of(rows[box], arrow.label()),
                  key -> new TextNet.Bus(rows[box], arrow.label()))
              .heads
              .add(columns[box] + offset);
        }
      }
      net.buses.addAll(buses.values());
    }
    nets.forEach(net -> net.buses.forEach(bus -> bus.depth = -1));
    nets.forEach(net -> net.buses.forEach(bus -> bus.depth = depth(net, bus)));
    return true;
  }

  /** The first line below the row where the bus meets no other, and on the very first no other's arrow heads. */
  private int depth(TextNet net, TextNet.Bus bus) {
    int depth = 0;
    boolean free = false;
    while (!free) {
      free = true;
      for (TextNet other : nets) {
        for (TextNet.Bus each : other.buses) {
          boolean foreign = each != bus && each.row == bus.row;
          boolean meets =
              each.depth == depth && each.end() >= net.trunk && other.trunk <= bus.end();
          boolean heads = depth == 0
              && each.heads.stream().anyMatch(head -> head >= net.trunk && head <= bus.end());
          free &= !foreign || !(meets || heads);
        }
      }
      depth += free ? 0 : 1;
    }
    return depth;
  }

  private TextCanvas draw(int width) {
    int[] lines = new int[Arrays.stream(rows).max().orElse(0) + 2];
    for (int row = 0; row + 1 < lines.length; row++) {
      int of = row;
      int between = nets.stream()
          .flatMap(net -> net.buses.stream())
          .filter(bus -> bus.row == of)
          .mapToInt(bus -> bus.depth + 1)
          .max()
          .orElse(0);
      lines[row + 1] = lines[row] + 1 + between;
    }
    TextCanvas canvas = new TextCanvas(width, lines[lines.length - 1]);
    for (int box = 0; box < texts.length; box++) {
      canvas.text(columns[box], lines[rows[box]], texts[box]);
    }
    nets.forEach(net -> draw(net, canvas, lines));
    return canvas;
  }

  private void draw(TextNet net, TextCanvas canvas, int[] lines) {
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    int buses = 0;
    boolean straight = net.isStraight(rows);
    for (int source : net.sources) {
      int y = lines[rows[source]];
      int start = columns[source] + texts[source].length() + 1;
      int end = straight ? columns[net.entries.get(0).to()] - 3 : net.trunk;
      canvas.level(
          net.number,
          start,
          end,
          y,
          straight ? TextCanvas.LEFT | TextCanvas.RIGHT : TextCanvas.LEFT);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    for (Arrow entry : net.entries) {
      int y = lines[rows[entry.to()]];
      int head = columns[entry.to()] - 2;
      if (!straight) {
        canvas.level(net.number, net.trunk, head - 1, y, TextCanvas.RIGHT);
      }
      canvas.mark(net.number, head, y, "▶");
      if (!entry.label().isEmpty()) {
        canvas.mark(net.number, head - 1 - entry.label().length(), y, entry.label());
      }
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    for (TextNet.Bus bus : net.buses) {
      int y = lines[bus.row] + 1 + bus.depth;
      // Where a net's own buses cross they do not meet: their labels differ.
      draw(net, bus, canvas, y, net.number + ++buses * nets.size());
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    if (!straight) {
      canvas.upright(net.number, net.trunk, top, bottom);
    }
  }

  private static void draw(TextNet net, TextNet.Bus bus, TextCanvas canvas, int y, int number) {
    canvas.level(net.number, net.trunk, net.trunk, y, TextCanvas.RIGHT);
    canvas.level(number, net.trunk + 1, bus.end(), y, TextCanvas.LEFT);
    for (int head : bus.heads) {
      canvas.upright(number, head, y - bus.depth, y);
      canvas.mark(number, head, y - bus.depth, "▲");
    }
    if (!bus.label.isEmpty()) {
      int start = bus.heads.get(0) - bus.label.length();
      if (start - 1 > net.trunk) {
        canvas.mark(number, start - 1, y, "─" + bus.label);
      } else {
        canvas.fault();
      }
    }
  }
}
