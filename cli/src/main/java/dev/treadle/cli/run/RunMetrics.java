package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.diff.MetricsOfRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RunMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Metrics of runs on lines. */
final class RunMetrics {
  private static final int MOST = 12;

  private RunMetrics() {}

  /** The metrics of a run for people: of a map, the range of its items in place of each. */
  static String text(MetadataQueries queries, PipelineRun run) {
    Map<UUID, List<MetricPoint>> points = queries.lastMetrics(run.id());
    List<String> parts = new ArrayList<>();
    List<RunMetric> alone = new ArrayList<>();
    for (StepGroup group : StepGroup.of(new RunReferences(queries).steps(run))) {
      Map<String, List<Double>> items = new LinkedHashMap<>();
      for (StepRun step : group.runs()) {
        for (MetricPoint point : points.getOrDefault(step.id(), List.of())) {
          if (step.mapIndex() < 0) {
            alone.add(new RunMetric(step.label(), point));
          } else {
            items.computeIfAbsent(point.name(), name -> new ArrayList<>()).add(point.number());
          }
        }
      }
      items.forEach((name, numbers) -> parts.add(range(group.step() + "." + name, numbers)));
    }
    String text = shown(MetricsOfRun.named(alone), MOST);
    return Stream.concat(text.isEmpty() ? Stream.empty() : Stream.of(text), parts.stream())
        .collect(Collectors.joining("   "));
  }

  /** {@code fit.score 0.200 … 5.800}. */
  private static String range(String name, List<Double> numbers) {
    String least = Quantity.metric(Collections.min(numbers));
    String most = Quantity.metric(Collections.max(numbers));
    return name + " " + (least.equals(most) ? least : least + " … " + most);
  }

  /** Runs with their metrics, but for those of the items of maps. */
  static List<RunRow> rows(MetadataQueries queries, List<PipelineRun> runs) {
    Map<UUID, List<RunMetric>> metrics =
        queries.lastMetricsOfRuns(runs.stream().map(PipelineRun::id).toList());
    return runs.stream()
        .map(run -> new RunRow(run, MetricsOfRun.named(metrics.getOrDefault(run.id(), List.of()))))
        .toList();
  }

  /** {@code  (+0.012 vs #41)}, {@code  (=)}. */
  static String change(double now, double before, long run) {
    if (Double.compare(now, before) == 0) {
      return " (=)";
    }
    double change = now - before;
    double size = Math.abs(change);
    String amount = size >= 1000
        ? (change < 0 ? "-" : "+") + Quantity.metric(size)
        : String.format(Locale.ROOT, size >= 0.0005 ? "%+.3f" : "%+.2g", change);
    return " (" + amount + " vs #" + run + ")";
  }

  /** The first of them, and how many more there are. */
  static String shown(Map<String, Double> metrics, int most) {
    String more = metrics.size() > most ? "   … " + (metrics.size() - most) + " more" : "";
    return metrics.entrySet().stream()
            .limit(most)
            .map(RunMetrics::shown)
            .collect(Collectors.joining("   "))
        + more;
  }

  static String shown(Map.Entry<String, Double> metric) {
    return metric.getKey() + " " + Quantity.metric(metric.getValue());
  }
}
