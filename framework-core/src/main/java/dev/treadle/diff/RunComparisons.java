package dev.treadle.diff;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.diff.RunComparison.Cell;
import dev.treadle.diff.RunComparison.Row;
import dev.treadle.diff.RunComparison.Section;
import dev.treadle.json.CanonicalJson;
import dev.treadle.json.Json;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StepDetail;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts runs side by side: parameters, metrics, what they read, their code and environment. */
public final class RunComparisons {
  private static final int DIGITS = 8;

  private final MetadataQueries queries;

  public RunComparisons(MetadataQueries queries) {
    this.queries = queries;
  }

  /**
   * All there is of the runs.
   *
   * @param baseline which of them the others are compared with, from 0
   */
  public RunComparison of(List<PipelineRun> runs, int baseline) {
    var columns = runs.stream().map(this::column).toList();
    var rows = new ArrayList<Row>();
    for (var section : Section.values()) {
      var keys = new LinkedHashSet<String>();
      columns.forEach(column -> keys.addAll(column.of(section).keySet()));
      for (var key : keys) {
        rows.add(new Row(
            section,
            key,
            columns.stream()
                .map(column -> column.of(section).getOrDefault(key, Cell.NONE))
                .toList()));
      }
    }
    return new RunComparison(
        RunComparison.FORMAT, runs.stream().map(ComparedRun::of).toList(), baseline, rows);
  }

  private Column column(PipelineRun run) {
    var steps = queries.steps(run.id());
    var sections = new EnumMap<Section, Map<String, Cell>>(Section.class);
    var side = ComparedRun.of(run);
    var facts = new LinkedHashMap<String, Cell>();
    facts.put("pipeline", Cell.of(side.pipeline()));
    facts.put("status", Cell.of(side.status()));
    facts.put("seed", Cell.of(Long.toString(run.seed())));
    sections.put(Section.RUN, facts);
    sections.put(Section.PARAM, values(run.paramsJson()));
    var metrics = new LinkedHashMap<String, Cell>();
    MetricsOfRun.read(queries, run).forEach((name, number) -> metrics.put(name, number(number)));
    sections.put(Section.METRIC, metrics);
    sections.put(Section.INPUT, inputs(steps));
    sections.put(Section.CODE, code(steps));
    sections.put(Section.ENVIRONMENT, values(queries.environment(run.id())));
    return new Column(sections);
  }

  private static Map<String, Cell> values(String json) {
    var cells = new LinkedHashMap<String, Cell>();
    if (Json.read(json, (Type) Object.class) instanceof Map<?, ?> map) {
      flatten("", map, cells);
    }
    return cells;
  }

  private static void flatten(String prefix, Map<?, ?> map, Map<String, Cell> cells) {
    map.forEach((name, value) -> {
      var key = prefix + name;
      if (value instanceof Map<?, ?> inner) {
        flatten(key + ".", inner, cells);
      } else if (value instanceof Number number) {
        cells.put(key, number(number));
      } else if (value != null) {
        cells.put(key, Cell.of(value instanceof String text ? text : Json.writeString(value)));
      }
    });
  }

  private static Cell number(Number number) {
    return new Cell(Shown.plain(number), number.doubleValue(), null);
  }

  private Map<String, Cell> inputs(List<StepRun> steps) {
    var read = queries.edgesOfSteps(steps.stream().map(StepRun::id).toList()).stream()
        .filter(edge -> !edge.role().isOutput())
        .map(Edge::version)
        .distinct()
        .toList();
    var byName = new TreeMap<String, List<ArtifactVersion>>();
    queries
        .versionsById(read)
        .values()
        .forEach(version -> byName
            .computeIfAbsent(version.artifact(), name -> new ArrayList<>())
            .add(version));
    var cells = new LinkedHashMap<String, Cell>();
    byName.forEach((name, versions) -> cells.put(name, input(versions)));
    return cells;
  }

  private static Cell input(List<ArtifactVersion> versions) {
    var sorted =
        versions.stream().sorted((a, b) -> Long.compare(a.number(), b.number())).toList();
    return new Cell(
        sorted.stream().map(version -> "@" + version.number()).collect(Collectors.joining(", ")),
        null,
        sorted.stream().map(ArtifactVersion::digest).sorted().collect(Collectors.joining(" ")));
  }

  /** One digest over the code of all steps; {@code run diff} says what changed in it. */
  private Map<String, Cell> code(List<StepRun> steps) {
    var byStep = new TreeMap<String, String>();
    for (var step : steps) {
      queries
          .step(step.id())
          .map(StepDetail::cacheKey)
          .map(key ->
              Json.parse(key.partsJson()).path("parts").path("CODE").path("").asText())
          .filter(code -> !code.isEmpty())
          .ifPresent(code -> byStep.put(step.step(), code));
    }
    return byStep.isEmpty()
        ? Map.of()
        : Map.of("code", Cell.of(CanonicalJson.sha256(byStep).substring(0, DIGITS)));
  }

  /** All cells of one run. */
  private record Column(Map<Section, Map<String, Cell>> sections) {

    Map<String, Cell> of(Section section) {
      return sections.getOrDefault(section, Map.of());
    }
  }
}
