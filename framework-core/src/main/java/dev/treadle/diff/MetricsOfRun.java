package dev.treadle.diff;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunMetric;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last points of a run's metrics under names that are unique in the run. */
public final class MetricsOfRun {
  private MetricsOfRun() {}

  /** By name, or by step and name where several steps have a metric of that name; items of maps come last. */
  public static Map<String, Double> read(MetadataQueries queries, PipelineRun run) {
    var points = queries.lastMetrics(run.id());
    var steps = queries.steps(run.id());
    var order = new HashMap<String, Integer>();
    steps.forEach(step -> order.putIfAbsent(step.step(), order.size()));
    return named(steps.stream()
        .sorted(Comparator.comparing((StepRun step) -> step.mapIndex() >= 0)
            .thenComparing(step -> order.get(step.step()))
            .thenComparing(StepRun::mapIndex))
        .flatMap(step -> points.getOrDefault(step.id(), List.of()).stream()
            .map(point -> new RunMetric(step.label(), point)))
        .toList());
  }

  /** The same of metrics that were read before, in their order. */
  public static Map<String, Double> named(List<RunMetric> all) {
    var uses = new HashMap<String, Integer>();
    all.forEach(metric -> uses.merge(metric.point().name(), 1, Integer::sum));
    var metrics = new LinkedHashMap<String, Double>();
    for (RunMetric metric : all) {
      String name = metric.point().name();
      metrics.put(
          uses.getOrDefault(name, 0) == 1 ? name : metric.step() + "." + name,
          metric.point().number());
    }
    return metrics;
  }
}
