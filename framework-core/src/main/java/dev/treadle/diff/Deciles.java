package dev.treadle.diff;

import java.util.Arrays;

/** Bins of numbers, each up to and including its upper bound; the last has none. */
final class Deciles {
  private static final int PARTS = 10;

  private final double[] bounds;

  private Deciles(double[] bounds) {
    this.bounds = bounds;
  }

  /** By the deciles of a sample that is not empty; equal ones are one bound. */
  static Deciles of(double[] sample) {
    var sorted = sample.clone();
    Arrays.sort(sorted);
    var bounds = new double[PARTS - 1];
    for (int i = 1; i < PARTS; i++) {
      int rank = (int) Math.ceil((double) i * sorted.length / PARTS);
      bounds[i - 1] = sorted[Math.max(0, rank - 1)];
    }
    return new Deciles(Arrays.stream(bounds).distinct().toArray());
  }

  int size() {
    return bounds.length + 1;
  }

  int bin(double number) {
    int found = Arrays.binarySearch(bounds, number);
    return found < 0 ? -found - 1 : found;
  }
}
