package dev.treadle.diff;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last points of a run's metrics under names that are unique in the run. */
public final class MetricsOfRun {
  private MetricsOfRun() {}

  /** By name, or by step and name where several steps have a metric of that name; in the order of the steps. */
  public static Map<String, Double> read(MetadataQueries queries, PipelineRun run) {
    var points = queries.lastMetrics(run.id());
    var uses = new HashMap<String, Integer>();
    points.values().forEach(list -> list.forEach(p -> uses.merge(p.name(), 1, Integer::sum)));
    var metrics = new LinkedHashMap<String, Double>();
    for (StepRun step : queries.steps(run.id())) {
      for (MetricPoint point : points.getOrDefault(step.id(), List.of())) {
        boolean unique = uses.getOrDefault(point.name(), 0) == 1;
        metrics.put(unique ? point.name() : step.label() + "." + point.name(), point.number());
      }
    }
    return metrics;
  }
}
