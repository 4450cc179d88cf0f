package dev.treadle.examples.penguins;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Places values between two ends of a drawing. */
record Axis(double min, double max, double from, double to) {

  static Axis of(DoubleStream values, double from, double to) {
    DoubleSummaryStatistics found = values.summaryStatistics();
    return new Axis(found.getMin(), found.getMax(), from, to);
  }

  /** Where a value lies; in the middle when all values are the same. */
  double place(double value) {
    double share = max > min ? (value - min) / (max - min) : 0.5;
    return from + share * (to - from);
  }

  String range() {
    return String.format(Locale.ROOT, "%.1f to %.1f", min, max);
  }
}
