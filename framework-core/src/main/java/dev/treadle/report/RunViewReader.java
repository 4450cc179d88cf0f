package dev.treadle.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.diff.MetricsOfRun;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.lineage.Direction;
import dev.treadle.lineage.Lineage;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RunMetric;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.VersionContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers what the page shows: a bounded number of queries, no class of the user's, no byte of an artifact but its preview. */
final class RunViewReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BOXES = 600;
  private static final int MOST_RETRIED = 200;
  private static final int MOST_LINEAGES = 10;
  private static final int LONGEST_LINEAGE = 100;

  private final MetadataQueries queries;
  private final PipelineRun run;

  private RunViewReader(MetadataQueries queries, PipelineRun run) {
    this.queries = queries;
    this.run = run;
  }

  static RunView read(MetadataQueries queries, PipelineRun run) {
    return new RunViewReader(queries, run).view();
  }

  private RunView view() {
    List<StepRun> steps = steps();
    List<Edge> edges = queries.edgesOfSteps(steps.stream().map(StepRun::id).toList());
    Map<UUID, ArtifactVersion> versions =
        queries.versionsById(edges.stream().map(Edge::version).distinct().toList());
    Map<UUID, List<Edge>> byStep = edges.stream().collect(Collectors.groupingBy(Edge::stepRun));
    List<ArtifactVersion> outputs = outputs(steps, byStep, versions);
    List<ArtifactVersion> results = results(outputs, edges);
    ChartReader charts = new ChartReader(queries, run, steps);
    return new RunView(
        run,
        diagram(steps),
        steps,
        attempts(steps),
        values(run.paramsJson()),
        changed(),
        queries.facts(Holder.ofRun(run.id())),
        lastMetrics(steps),
        charts.read(),
        charts.leftOut(),
        byStep,
        versions,
        outputs,
        previews(outputs),
        results.stream()
            .limit(MOST_LINEAGES)
            .map(version ->
                new Lineage(queries).of(version.id(), Direction.UPSTREAM, LONGEST_LINEAGE))
            .toList(),
        Math.max(0, results.size() - MOST_LINEAGES),
        values(queries.environment(run.id())));
  }

  /** In the order of their start, but the items of a map together. */
  private List<StepRun> steps() {
    Map<String, List<StepRun>> byStep = new LinkedHashMap<>();
    queries
        .steps(run.id())
        .forEach(step ->
            byStep.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
    return byStep.values().stream()
        .flatMap(items -> items.stream().sorted(Comparator.comparingInt(StepRun::mapIndex)))
        .toList();
  }

  private Optional<Diagram> diagram(List<StepRun> steps) {
    try {
      PipelineGraph graph = GraphJson.read(queries.snapshot(run.id()));
      return graph.nodes().size() > MOST_BOXES || graph.nodes().isEmpty()
          ? Optional.empty()
          : Optional.of(Diagram.of(graph, steps));
    } catch (TreadleException e) {
      // What else is known of the run can be shown all the same.
      return Optional.empty();
    }
  }

  private Map<UUID, List<AttemptRecord>> attempts(List<StepRun> steps) {
    return steps.stream()
        .filter(step -> step.attempts() > 1)
        .limit(MOST_RETRIED)
        .collect(Collectors.toMap(
            StepRun::id, step -> queries.step(step.id()).orElseThrow().attempts()));
  }

  private Set<String> changed() {
    return queries.parameters(run.id()).stream()
        .filter(RunParameter::changed)
        .map(RunParameter::key)
        .collect(Collectors.toSet());
  }

  /** The last values by unique names; of a large map, their range in place of each. */
  private Map<String, String> lastMetrics(List<StepRun> steps) {
    Map<UUID, List<MetricPoint>> points = queries.lastMetrics(run.id());
    Map<String, Long> items =
        steps.stream().collect(Collectors.groupingBy(StepRun::step, Collectors.counting()));
    List<RunMetric> alone = new ArrayList<>();
    Map<String, DoubleSummaryStatistics> ranges = new LinkedHashMap<>();
    for (StepRun step : steps) {
      boolean one = items.getOrDefault(step.step(), 1L) <= StepSection.FEW_ITEMS;
      for (MetricPoint point : points.getOrDefault(step.id(), List.of())) {
        if (one) {
          alone.add(new RunMetric(step.label(), point));
        } else {
          ranges
              .computeIfAbsent(
                  step.step() + "." + point.name(), name -> new DoubleSummaryStatistics())
              .accept(point.number());
        }
      }
    }
    Map<String, String> last = new LinkedHashMap<>();
    MetricsOfRun.named(alone).forEach((name, number) -> last.put(name, Amount.metric(number)));
    ranges.forEach((name, range) -> last.put(
        name,
        Amount.metric(range.getMin()) + " … " + Amount.metric(range.getMax()) + " in "
            + Amount.of(range.getCount(), "item")));
    return last;
  }

  /** The fields of a JSON object as text. */
  private static Map<String, String> values(String json) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> field : JSON.readTree(json).properties()) {
        JsonNode value = field.getValue();
        values.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
      }
    } catch (JsonProcessingException e) {
      values.put("", json);
    }
    return values;
  }

  private static List<ArtifactVersion> outputs(
      List<StepRun> steps, Map<UUID, List<Edge>> edges, Map<UUID, ArtifactVersion> versions) {
    return steps.stream()
        .flatMap(step -> edges.getOrDefault(step.id(), List.of()).stream())
        .filter(edge -> edge.role().isOutput())
        .flatMap(edge -> Optional.ofNullable(versions.get(edge.version())).stream())
        .distinct()
        .toList();
  }

  private static List<ArtifactVersion> results(List<ArtifactVersion> outputs, List<Edge> edges) {
    Set<UUID> read = new HashSet<>();
    edges.stream()
        .filter(edge -> !edge.role().isOutput())
        .forEach(edge -> read.add(edge.version()));
    return outputs.stream().filter(version -> !read.contains(version.id())).toList();
  }

  private Map<UUID, ContentPreview> previews(List<ArtifactVersion> outputs) {
    Map<UUID, ContentPreview> previews = new LinkedHashMap<>();
    outputs.stream()
        .filter(version -> version.deletedAt() == null && version.externalUri() == null)
        .limit(ArtifactSection.MOST_PREVIEWS)
        .forEach(version -> {
          VersionContent content = queries.content(version.id());
          byte[] bytes = content.preview();
          String type = content.previewType();
          if (bytes != null && type != null) {
            previews.put(version.id(), new ContentPreview(type, bytes));
          }
        });
    return previews;
  }
}
