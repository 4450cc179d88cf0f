package dev.treadle.torture;

import java.util.Random;

/** How long and with which chance the suites run; a seed that is given again draws the same. */
final class Settings {
  /** Of this run of the suites. */
  static final long SEED = Long.getLong("treadle.torture.seed", new Random().nextInt(1_000_000));

  private Settings() {}

  /** How often something is done, unless {@code treadle.torture.rounds} says otherwise. */
  static int rounds(int usual) {
    return Integer.getInteger("treadle.torture.rounds", usual);
  }

  /** Chance of its own for one round of a suite, so that a round can be drawn again alone. */
  static Random random(String suite, int round) {
    return new Random(SEED * 31 + suite.hashCode() + 1_000_003L * round);
  }
}
