package dev.treadle.graph.layout;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of vertices in their layers. Sweeps to and fro sort each layer by the middle of the neighbours, and the order with
 * the fewest crossings is kept; where nothing is gained, vertices stay in the order in which they are given.
 */
final class LayerOrder {
  private static final int SWEEPS = 12;
  private static final int SWEEPS_OF_MANY = 4;
  private static final int MANY = 2_000;

  private final int[][] layers;
  private final int[] positions;
  private final int[] firstSlots;
  private final Chains chains;
  private final Slots starts;
  private final Slots ends;

  private LayerOrder(Chains chains) {
    this.chains = chains;
    starts = Slots.of(chains.size(), chains.pieces(), chains::piecesOutOf, Link::fromDy);
    ends = Slots.of(chains.size(), chains.pieces(), chains::piecesInto, Link::toDy);
    positions = new int[chains.size()];
    firstSlots = new int[chains.size()];
    int[] counts = new int[depth(chains)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = counts[chains.rank(i)]++;
    }
    layers = new int[counts.length][];
    Arrays.setAll(layers, i -> new int[counts[i]]);
    for (int i = 0; i < positions.length; i++) {
      layers[chains.rank(i)][positions[i]] = i;
    }
  }

  /** The vertices of each layer from top to bottom. */
  static int[][] of(Chains chains) {
    return new LayerOrder(chains).best();
  }

  private static int depth(Chains chains) {
    int depth = 0;
    for (int i = 0; i < chains.size(); i++) {
      depth = Math.max(depth, chains.rank(i) + 1);
    }
    return depth;
  }

  private int[][] best() {
    int sweeps = positions.length > MANY ? SWEEPS_OF_MANY : SWEEPS;
    long fewest = crossings();
    int[][] best = copy();
    for (int sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
      if (sweep % 2 == 0) {
        for (int i = 1; i < layers.length; i++) {
          sort(layers[i], false);
        }
      } else {
        for (int i = layers.length - 2; i >= 0; i--) {
          sort(layers[i], true);
        }
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    return best;
  }

  private int[][] copy() {
    return Arrays.stream(layers).map(int[]::clone).toArray(int[][]::new);
  }

  /** Vertices without neighbours on that side keep their places; the others share the rest of them by their middles. */
  private void sort(int[] layer, boolean byNext) {
    double[] middles = new double[layer.length];
    Integer[] moved = new Integer[layer.length];
    int count = 0;
    for (int i = 0; i < layer.length; i++) {
      int[] pieces = pieces(layer[i], byNext);
      for (int piece : pieces) {
        middles[i] += place(piece, byNext) / pieces.length;
      }
      if (pieces.length > 0) {
        moved[count++] = i;
      }
    }
    Arrays.sort(moved, 0, count, Comparator.comparingDouble(i -> middles[i]));
    int[] old = layer.clone();
    int next = 0;
    for (int i = 0; i < layer.length; i++) {
      if (pieces(old[i], byNext).length > 0) {
        layer[i] = old[moved[next++]];
      }
      positions[layer[i]] = i;
    }
  }

  private int[] pieces(int vertex, boolean byNext) {
    return byNext ? chains.piecesOutOf(vertex) : chains.piecesInto(vertex);
  }

  /** Where the far end of a piece is: the position of its vertex and, of a vertex with ports, the share above. */
  private double place(int piece, boolean byNext) {
    Link link = chains.pieces().get(piece);
    int vertex = byNext ? link.to() : link.from();
    return positions[vertex] + (byNext ? ends : starts).share(piece, vertex);
  }

  private long crossings() {
    long crossings = 0;
    for (int i = 0; i + 1 < layers.length; i++) {
      crossings += crossings(layers[i], layers[i + 1]);
    }
    return crossings;
  }

  /** Pieces seen from top to bottom by their start: each crosses those before it that end below its end. */
  private long crossings(int[] layer, int[] next) {
    int size = 0;
    for (int vertex : next) {
      firstSlots[vertex] = size;
      size += ends.count(vertex);
    }
    int[] ended = new int[size + 1];
    long crossings = 0;
    int seen = 0;
    for (int vertex : layer) {
      int[] pieces = chains.piecesOutOf(vertex);
      long[] slots = new long[pieces.length];
      for (int i = 0; i < slots.length; i++) {
        int end = firstSlots[chains.pieces().get(pieces[i]).to()] + ends.of(pieces[i]);
        slots[i] = (long) starts.of(pieces[i]) << 32 | end;
      }
      Arrays.sort(slots);
      for (long slot : slots) {
        int notBelow = 0;
        for (int k = (int) slot + 1; k > 0; k -= k & -k) {
          notBelow += ended[k];
        }
        crossings += seen - notBelow;
        seen++;
        for (int k = (int) slot + 1; k <= size; k += k & -k) {
          ended[k]++;
        }
      }
    }
    return crossings;
  }
}
