package dev.treadle.benchmarks;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param conditions what was measured and beside what, separated by semicolons
 */
record Figure(String name, double value, String unit, String conditions) {

  /** {@code G1<TAB>0.182<TAB>ms/step<TAB>…}, with the JVM among the conditions. */
  String line() {
    return String.join("\t", name, number(value), unit, conditions + "; " + jvm());
  }

  /** Three significant digits. */
  static String number(double value) {
    int decimals = value == 0 ? 0 : 2 - (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%." + Math.max(0, Math.min(decimals, 6)) + "f", value);
  }

  private static String jvm() {
    Runtime runtime = Runtime.getRuntime();
    return "JDK " + Runtime.version().feature() + ", heap " + (runtime.maxMemory() >> 20) + " MiB, "
        + runtime.availableProcessors() + " processors";
  }
}
