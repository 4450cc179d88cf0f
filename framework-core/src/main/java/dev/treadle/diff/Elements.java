package dev.treadle.diff;

import dev.treadle.api.diff.ArrayDifference;
import java.math.BigDecimal;
import java.util.List;

/** Gathers how the elements of two arrays of one shape differ. */
final class Elements {
  private long compared;
  private long equal;
  private double maxAbsolute = -1;
  private double maxRelative = -1;

  void add(double base, double other) {
    compared++;
    if (base == other || (Double.isNaN(base) && Double.isNaN(other))) {
      equal++;
    } else {
      differ(Math.abs(other - base), base, other);
    }
  }

  /** The same for numbers that a double may not hold. */
  void add(long base, long other) {
    compared++;
    if (base == other) {
      equal++;
    } else {
      differ(
          new BigDecimal(other).subtract(new BigDecimal(base)).abs().doubleValue(),
          (double) base,
          (double) other);
    }
  }

  private void differ(double absolute, double base, double other) {
    if (Double.isNaN(absolute)) {
      return;
    }
    maxAbsolute = Math.max(maxAbsolute, absolute);
    double size = Math.max(Math.abs(base), Math.abs(other));
    if (!Double.isInfinite(size) && size > 0) {
      // Each divided first: the difference of two large numbers may be infinite.
      maxRelative = Math.max(maxRelative, Math.abs(other / size - base / size));
    }
  }

  ArrayDifference difference(String element, List<Integer> shape) {
    return new ArrayDifference(
        element,
        shape,
        shape,
        compared,
        equal,
        maxAbsolute < 0 ? null : maxAbsolute,
        maxRelative < 0 ? null : maxRelative);
  }
}
