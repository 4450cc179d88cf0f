package dev.treadle.diff;

import dev.treadle.api.diff.PopulationShift;
import dev.treadle.api.diff.PopulationShift.Binning;
import java.util.Arrays;

/** The population stability index, as {@link PopulationShift} defines it. */
final class Stability {
  private static final double SMOOTHING = 0.5;

  private Stability() {}

  static PopulationShift of(long[] base, long[] other, Binning binning, long sampled) {
    double baseTotal = total(base);
    double otherTotal = total(other);
    double sum = 0;
    for (int i = 0; i < base.length; i++) {
      double p = (base[i] + SMOOTHING) / baseTotal;
      double q = (other[i] + SMOOTHING) / otherTotal;
      sum += (q - p) * Math.log(q / p);
    }
    // Rounding may leave the smallest of negative numbers.
    return new PopulationShift(Math.max(0, sum), binning, base.length, sampled);
  }

  private static double total(long[] counts) {
    return Arrays.stream(counts).sum() + SMOOTHING * counts.length;
  }
}
