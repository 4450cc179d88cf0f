package dev.treadle.torture;

/** Prints what a suite has found, where a log of the build shows it. */
final class Report {
  private Report() {}

  static void print(String suite, String found) {
    System.out.println("torture: " + suite + ", seed " + Settings.SEED + ": " + found);
  }
}
