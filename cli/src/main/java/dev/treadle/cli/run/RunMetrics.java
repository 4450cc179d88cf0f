package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The last points of a run's metrics under names that are unique in the run. */
final class RunMetrics {
  private RunMetrics() {}

  /** By name, or by step and name where several steps have a metric of that name; in the order of the steps. */
  static Map<String, Double> read(MetadataQueries queries, PipelineRun run) {
    Map<UUID, List<MetricPoint>> points = queries.lastMetrics(run.id());
    Map<String, Integer> uses = new HashMap<>();
    points.values().forEach(list -> list.forEach(p -> uses.merge(p.name(), 1, Integer::sum)));
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (StepRun step : queries.steps(run.id())) {
      for (MetricPoint point : points.getOrDefault(step.id(), List.of())) {
        boolean unique = uses.getOrDefault(point.name(), 0) == 1;
        metrics.put(unique ? point.name() : step.label() + "." + point.name(), point.number());
      }
    }
    return metrics;
  }

  /** {@code  (+0.012 vs #41)}, {@code  (=)}. */
  static String change(double now, double before, long run) {
    if (Double.compare(now, before) == 0) {
      return " (=)";
    }
    double change = now - before;
    String amount = Math.abs(change) < 1000 && Math.abs(change) >= 0.0005
        ? String.format(Locale.ROOT, "%+.3f", change)
        : String.format(Locale.ROOT, "%+.2g", change);
    return " (" + amount + " vs #" + run + ")";
  }

  static String shown(Map.Entry<String, Double> metric) {
    return metric.getKey() + " " + Quantity.metric(metric.getValue());
  }
}
