package dev.treadle.cli.launch;

/** What may be done about a JVM that ended before it could say anything itself. */
final class CrashHint {
  private static final String NO_TREADLE = "Could not find or load main class dev.treadle.";

  private CrashHint() {}

  /** A line for the end of the error's message, empty where the output gives no clue. */
  static String of(String output) {
    return output.contains(NO_TREADLE)
        ? "\nfix: Treadle is not on that class path; give a jar that holds all it needs or names it in its manifest,"
            + " a folder of jars, or --classpath"
        : "";
  }
}
