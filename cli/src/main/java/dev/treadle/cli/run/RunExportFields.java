package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.artifact.LineageFields;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.GraphFields;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All of a run as JSON: what {@code run show} says, with graph, histories of metrics and lineage. */
final class RunExportFields {
  private static final int MOST_POINTS = 1_000_000;
  private static final int MOST_LINEAGES = 100;

  private RunExportFields() {}

  static Map<String, Object> of(ProjectStore store, PipelineRun run) {
    MetadataQueries queries = store.queries();
    List<StepRun> steps = new RunReferences(queries).steps(run);
    StepLinks links = StepLinks.read(queries, run, steps);
    List<ArtifactVersion> results = links.results(steps);
    return Fields.of(RunShowCommand.fields(queries, run, steps, links))
        .with("graph", graph(queries, run, steps))
        .with("series", series(queries, run, steps))
        .with(
            "lineage",
            results.stream()
                .limit(MOST_LINEAGES)
                .map(version -> lineage(queries, version))
                .toList())
        .with("lineageLeftOut", Math.max(0, results.size() - MOST_LINEAGES))
        .map();
  }

  private static @Nullable Map<String, Object> graph(
      MetadataQueries queries, PipelineRun run, List<StepRun> steps) {
    try {
      PipelineGraph graph = GraphJson.read(queries.snapshot(run.id()));
      return GraphFields.of(graph, Diagram.of(graph, steps), run.number());
    } catch (TreadleException e) {
      // What else is known of the run is worth having all the same.
      return null;
    }
  }

  /** Of what this run recorded itself; a cached step has its history in the run whose result it took. */
  private static List<Map<String, Object>> series(
      MetadataQueries queries, PipelineRun run, List<StepRun> steps) {
    Map<UUID, List<MetricPoint>> last = queries.lastMetrics(run.id());
    return steps.stream()
        .filter(step -> step.cachedFrom() == null)
        .flatMap(step -> last.getOrDefault(step.id(), List.of()).stream()
            .map(metric -> new Fields()
                .with("step", step.label())
                .with("metric", metric.name())
                .with(
                    "points",
                    queries.metricPoints(step.id(), metric.name(), 0, MOST_POINTS).stream()
                        .map(RunExportFields::point)
                        .toList())
                .map()))
        .toList();
  }

  private static Map<String, Object> point(MetricPoint point) {
    return new Fields()
        .with("step", point.step() < 0 ? null : point.step())
        .with("value", point.number())
        .with("at", point.at())
        .map();
  }

  private static Map<String, Object> lineage(MetadataQueries queries, ArtifactVersion version) {
    return LineageFields.of(Lineage.read(queries, version, Integer.MAX_VALUE, 0));
  }
}
