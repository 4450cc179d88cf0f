package dev.treadle.graph.layout;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** The places on a side of each vertex where pieces meet it, counted from the top: one, but for blocks with ports. */
final class Slots {
  private final int[] byPiece;
  private final int[] counts;

  private Slots(int[] byPiece, int[] counts) {
    this.byPiece = byPiece;
    this.counts = counts;
  }

  static Slots of(
      int vertices, List<Link> pieces, IntFunction<int[]> atVertex, ToDoubleFunction<Link> dy) {
    int[] byPiece = new int[pieces.size()];
    int[] counts = new int[vertices];
    Arrays.fill(counts, 1);
    for (int vertex = 0; vertex < vertices; vertex++) {
      int[] here = atVertex.apply(vertex);
      if (here.length < 2) {
        continue;
      }
      double[] heights = new double[here.length];
      for (int i = 0; i < here.length; i++) {
        heights[i] = dy.applyAsDouble(pieces.get(here[i]));
      }
      double[] distinct = Arrays.stream(heights).sorted().distinct().toArray();
      if (distinct.length > 1) {
        counts[vertex] = distinct.length;
        for (int i = 0; i < here.length; i++) {
          byPiece[here[i]] = Arrays.binarySearch(distinct, heights[i]);
        }
      }
    }
    return new Slots(byPiece, counts);
  }

  /** The slot of a piece on its vertex. */
  int of(int piece) {
    return byPiece[piece];
  }

  /** How many slots a vertex has, at least one. */
  int count(int vertex) {
    return counts[vertex];
  }

  /** How far down its vertex a piece is, from 0 to below 1. */
  double share(int piece, int vertex) {
    return (double) byPiece[piece] / counts[vertex];
  }
}
