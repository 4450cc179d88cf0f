package dev.treadle.graph.layout;

import java.util.Arrays;

/**
 * How far down each vertex lies. Each layer in turn is drawn to its neighbours: the squares of the distances to their middles
 * are made as small as the order and the heights allow, by pooling vertices that would overlap.
 */
final class Placement {
  private static final int ROUNDS = 6;
  private static final double GAP = 18;
  private static final double GAP_OF_LINKS = 10;
  private static final double VIRTUAL_HEIGHT = 6;

  private final Chains chains;
  private final int[][] layers;
  private final double[] heights;
  private final double[] middles;
  private final double[] wanted;
  private final double[] weights;

  private Placement(Chains chains, int[][] layers, double[] heights) {
    this.chains = chains;
    this.layers = layers;
    this.heights = heights;
    this.middles = new double[chains.size()];
    this.wanted = new double[chains.size()];
    this.weights = new double[chains.size()];
  }

  /** The middle of each vertex; the uppermost edge is at 0. */
  static double[] of(Chains chains, int[][] layers, double[] realHeights) {
    double[] heights = Arrays.copyOf(realHeights, chains.size());
    Arrays.fill(heights, realHeights.length, heights.length, VIRTUAL_HEIGHT);
    Placement placement = new Placement(chains, layers, heights);
    placement.place();
    return placement.middles;
  }

  private void place() {
    for (int[] layer : layers) {
      for (int i = 1; i < layer.length; i++) {
        middles[layer[i]] = middles[layer[i - 1]] + distance(layer[i - 1], layer[i]);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      boolean forward = round % 2 == 0;
      for (int i = 0; i < layers.length; i++) {
        int[] layer = layers[forward ? i : layers.length - 1 - i];
        // The last round looks both ways, so that neither side is left crooked.
        want(layer, forward || round == ROUNDS - 1, !forward);
        pool(layer);
      }
    }
    double top = 0;
    for (int[] layer : layers) {
      if (layer.length > 0) {
        top = Math.min(top, middles[layer[0]] - heights[layer[0]] / 2);
      }
    }
    for (int i = 0; i < middles.length; i++) {
      middles[i] = Math.round(middles[i] - top);
    }
  }

  private double distance(int upper, int lower) {
    double gap = chains.isVirtual(upper) && chains.isVirtual(lower) ? GAP_OF_LINKS : GAP;
    return (heights[upper] + heights[lower]) / 2 + gap;
  }

  private void want(int[] layer, boolean before, boolean after) {
    for (int vertex : layer) {
      double sum = 0;
      double weight = 0;
      if (before) {
        for (int piece : chains.piecesInto(vertex)) {
          Link link = chains.pieces().get(piece);
          double pull = pull(link);
          sum += pull * (middles[link.from()] + link.fromDy() - link.toDy());
          weight += pull;
        }
      }
      if (after) {
        for (int piece : chains.piecesOutOf(vertex)) {
          Link link = chains.pieces().get(piece);
          double pull = pull(link);
          sum += pull * (middles[link.to()] + link.toDy() - link.fromDy());
          weight += pull;
        }
      }
      wanted[vertex] = weight == 0 ? middles[vertex] : sum / weight;
      weights[vertex] = weight == 0 ? 0.01 : weight;
    }
  }

  /** A long link is to be straight rather than a short one. */
  private double pull(Link piece) {
    boolean from = chains.isVirtual(piece.from());
    boolean to = chains.isVirtual(piece.to());
    return from && to ? 4 : from || to ? 2 : 1;
  }

  /** Isotonic regression: neighbours that want to lie the wrong way round are moved as one. */
  private void pool(int[] layer) {
    double[] sums = new double[layer.length];
    double[] weight = new double[layer.length];
    int[] ends = new int[layer.length];
    double[] offsets = new double[layer.length];
    int pools = 0;
    for (int i = 0; i < layer.length; i++) {
      offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(layer[i - 1], layer[i]);
      sums[pools] = weights[layer[i]] * (wanted[layer[i]] - offsets[i]);
      weight[pools] = weights[layer[i]];
      ends[pools] = i + 1;
      pools++;
      while (pools > 1
          && sums[pools - 2] / weight[pools - 2] >= sums[pools - 1] / weight[pools - 1]) {
        sums[pools - 2] += sums[pools - 1];
        weight[pools - 2] += weight[pools - 1];
        ends[pools - 2] = ends[pools - 1];
        pools--;
      }
    }
    for (int pool = 0, i = 0; pool < pools; pool++) {
      for (; i < ends[pool]; i++) {
        middles[layer[i]] = sums[pool] / weight[pool] + offsets[i];
      }
    }
  }
}
