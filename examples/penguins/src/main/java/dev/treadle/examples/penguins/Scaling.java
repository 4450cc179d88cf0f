package dev.treadle.examples.penguins;

import java.util.List;
import java.util.stream.IntStream;

/** Turns measurements into z-scores. Without it millimetres and grams count by their size, and the training fails. */
record Scaling(double[] means, double[] deviations) {

  static Scaling of(List<Penguin> rows) {
    List<double[]> measured = rows.stream().map(Penguin::measurements).toList();
    int columns = Penguin.FEATURES.size();
    double[] means = IntStream.range(0, columns)
        .mapToDouble(j -> measured.stream().mapToDouble(m -> m[j]).average().orElseThrow())
        .toArray();
    double[] deviations = IntStream.range(0, columns)
        .mapToDouble(j -> deviation(measured.stream().mapToDouble(m -> m[j]).toArray(), means[j]))
        .toArray();
    return new Scaling(means, deviations);
  }

  double[] apply(double[] measurements) {
    return IntStream.range(0, measurements.length)
        .mapToDouble(j -> (measurements[j] - means[j]) / deviations[j])
        .toArray();
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
