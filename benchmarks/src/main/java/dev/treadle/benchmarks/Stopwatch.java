package dev.treadle.benchmarks;

/** Time since its making. */
final class Stopwatch {
  private final long start = System.nanoTime();

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  double milliseconds() {
    return seconds() * 1e3;
  }
}
