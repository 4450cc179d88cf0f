package dev.treadle.benchmarks;

import java.util.Arrays;
import java.util.List;

/** One quantity measured several times. Rounds that warm up are not among them; the first is kept. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rounds(double first, double[] sorted) {

  /** Measures once for warmth and then so many times. */
  static Rounds of(int times, Measurement measurement) throws Exception {
    return of(1, times, measurement);
  }

  /** Measures so many times for warmth, until most code is compiled, and then so many times. */
  static Rounds of(int warmUps, int times, Measurement measurement) throws Exception {
    double first = measurement.run();
    for (int i = 1; i < warmUps; i++) {
      measurement.run();
    }
    double[] values = new double[times];
    for (int i = 0; i < times; i++) {
      values[i] = measurement.run();
    }
    Arrays.sort(values);
    return new Rounds(first, values);
  }

  /** Of what {@link #of} measured on the way, in its order. */
  static Rounds ofMeasured(List<Double> inOrder) {
    return new Rounds(
        inOrder.get(0), inOrder.stream().skip(1).mapToDouble(d -> d).sorted().toArray());
  }

  double median() {
    return sorted[sorted.length / 2];
  }

  double least() {
    return sorted[0];
  }

  /** {@code median of 5, 0.11–0.16, first 0.60}. */
  String spread() {
    return "median of " + sorted.length + ", " + Figure.number(sorted[0]) + "–"
        + Figure.number(sorted[sorted.length - 1]) + ", first " + Figure.number(first);
  }

  /** Gives the quantity, in the unit of its figure. */
  @FunctionalInterface
  interface Measurement {
    double run() throws Exception;
  }
}
