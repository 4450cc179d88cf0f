package dev.treadle.api.diff;

import java.util.Locale;

/** Shares and relative changes for people. */
final class Percent {
  private static final double TINY = 0.095;
  private static final double SMALL = 9.95;
  private static final double LARGE = 1e6;

  private Percent() {}

  /** {@code 2.5 %}, {@code 1,200 %}. */
  static String of(double share) {
    double percent = 100 * share;
    double size = Math.abs(percent);
    return String.format(Locale.ROOT, format(size), percent);
  }

  private static String format(double size) {
    if (size != 0 && size < TINY) {
      return "%.1g %%";
    } else if (size < SMALL) {
      return "%.1f %%";
    }
    return size < LARGE ? "%,.0f %%" : "%.1e %%";
  }

  /** The same with its sign. */
  static String change(double relative) {
    return (relative > 0 ? "+" : "") + of(relative);
  }
}
