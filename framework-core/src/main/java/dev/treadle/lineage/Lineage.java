package dev.treadle.lineage;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StepInRun;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers where a version comes from and where it went, across runs and pipelines. Thread-safe.
 *
 * <p>A version has one producer, the step run that computed it; what counts as lineage is said at {@link LineageIndex}.
 */
public final class Lineage {
  /** No limit. */
  public static final int ALL = Integer.MAX_VALUE;

  private final MetadataQueries queries;
  private final LineageQueries levels;

  public Lineage(MetadataQueries queries) {
    this.queries = queries;
    this.levels = new LineageQueries(queries);
  }

  /**
   * The lineage of a version by queries level by level: right for one question of a moderate depth.
   *
   * @param depth how many step runs to follow one after the other; {@link #ALL} for no limit
   */
  public LineageGraph of(UUID version, Direction direction, int depth) {
    return graph(version, levels.reach(version, direction, depth));
  }

  /** The same by an index, which is refreshed first. */
  public LineageGraph of(UUID version, Direction direction, int depth, LineageIndex index) {
    index.refresh(queries);
    return graph(version, index.reach(version, direction, depth));
  }

  private LineageGraph graph(UUID start, Reach reach) {
    List<ArtifactVersion> versions = queries.versionsById(reach.versions()).values().stream()
        .sorted(Comparator.comparing(ArtifactVersion::createdAt)
            .thenComparing(ArtifactVersion::artifact)
            .thenComparing(ArtifactVersion::number))
        .toList();
    List<StepInRun> steps = queries.stepsInRuns(reach.stepRuns()).values().stream()
        .sorted(Comparator.comparing(StepInRun::run)
            .thenComparing(
                found -> found.step().startedAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(found -> found.step().label())
            .thenComparing(found -> found.step().id()))
        .toList();
    return new LineageGraph(start, versions, steps, edges(reach, steps), reach.truncated());
  }

  private List<Edge> edges(Reach reach, List<StepInRun> steps) {
    Set<UUID> cached = steps.stream()
        .map(StepInRun::step)
        .filter(step -> step.status() == StepStatus.CACHED)
        .map(StepRun::id)
        .collect(Collectors.toSet());
    return queries.edgesOfSteps(reach.stepRuns()).stream()
        .filter(edge -> reach.versions().contains(edge.version()))
        .filter(edge -> !edge.role().isOutput() || !cached.contains(edge.stepRun()))
        .sorted(Comparator.comparing(Edge::stepRun)
            .thenComparing(Edge::role)
            .thenComparing(Edge::name)
            .thenComparing(Edge::version))
        .toList();
  }
}
