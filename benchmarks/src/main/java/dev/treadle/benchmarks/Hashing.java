package dev.treadle.benchmarks;

import dev.treadle.spi.ObjectDigest;

/** How fast this machine hashes. */
final class Hashing {
  private static final int SIZE = 256 << 20;

  private Hashing() {}

  /** Gigabytes a second. */
  static double speed() throws Exception {
    byte[] bytes = new byte[SIZE];
    return SIZE / 1e9 / Rounds.of(3, () -> seconds(bytes)).median();
  }

  private static double seconds(byte[] bytes) {
    var watch = new Stopwatch();
    if (ObjectDigest.of(bytes).size() != bytes.length) {
      throw new IllegalStateException();
    }
    return watch.seconds();
  }
}
