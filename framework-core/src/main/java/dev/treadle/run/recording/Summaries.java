package dev.treadle.run.recording;

import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.StoredOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line on what a step made: its outputs, then its first metrics. */
final class Summaries {
  private static final int METRICS = 2;
  private static final int LONGEST = 200;

  private Summaries() {}

  static String of(List<StoredOutput> outputs, AttemptNotes notes) {
    List<String> parts = new ArrayList<>();
    for (StoredOutput output : outputs) {
      String summary = output.produced().content().summary();
      if (!summary.isEmpty()) {
        parts.add(outputs.size() == 1 ? summary : output.version().output() + " " + summary);
      }
    }
    notes.lastMetrics().entrySet().stream()
        .limit(METRICS)
        .map(Summaries::metric)
        .forEach(parts::add);
    String text = String.join(", ", parts);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String metric(Map.Entry<String, Double> metric) {
    return metric.getKey() + " " + number(metric.getValue());
  }

  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    double size = Math.abs(value);
    return size >= 0.001 && size < 1e6
        ? String.format(Locale.ROOT, "%.3f", value)
        : String.format(Locale.ROOT, "%.3e", value);
  }
}
