package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StepInRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a version came from and what came from it, read level by level with two queries each. */
public final class Lineage {
  private final ArtifactVersion root;
  private final Map<UUID, ArtifactVersion> versions = new HashMap<>();
  private final Map<UUID, StepInRun> steps = new HashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  private Lineage(ArtifactVersion root) {
    this.root = root;
    versions.put(root.id(), root);
  }

  /** Reads so many steps up to the origins and down to the uses. */
  public static Lineage read(MetadataQueries queries, ArtifactVersion root, int up, int down) {
    Lineage lineage = new Lineage(root);
    lineage.walk(queries, up, true);
    lineage.walk(queries, down, false);
    return lineage;
  }

  public ArtifactVersion root() {
    return root;
  }

  public List<ArtifactVersion> versions() {
    return versions.values().stream()
        .sorted(
            Comparator.comparing(ArtifactVersion::createdAt).thenComparing(ArtifactVersion::label))
        .toList();
  }

  public List<StepInRun> steps() {
    return steps.values().stream()
        .sorted(Comparator.comparingLong(StepInRun::run)
            .thenComparing(step -> step.step().label()))
        .toList();
  }

  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** The step that computed a version, not one that took it from the cache. */
  public Optional<StepInRun> producer(ArtifactVersion version) {
    return edges.stream()
        .filter(edge -> edge.version().equals(version.id()) && edge.role().isOutput())
        .map(edge -> steps.get(edge.stepRun()))
        .filter(step -> step != null)
        .min(Comparator.comparing(
                (StepInRun step) -> version.run() == null || step.run() != version.run())
            .thenComparingLong(StepInRun::run));
  }

  /** The versions that a step read, in the order of its edges. */
  public List<ArtifactVersion> inputs(StepInRun step) {
    return read(step, false);
  }

  public List<ArtifactVersion> outputs(StepInRun step) {
    return read(step, true);
  }

  /** The steps that read a version. */
  public List<StepInRun> consumers(ArtifactVersion version) {
    return edges.stream()
        .filter(edge -> edge.version().equals(version.id()) && !edge.role().isOutput())
        .map(edge -> steps.get(edge.stepRun()))
        .filter(step -> step != null)
        .distinct()
        .toList();
  }

  /** The longest way from the root to an origin: the one line that says most. */
  public List<ArtifactVersion> longestWay() {
    return longestWay(root, new HashMap<>());
  }

  private List<ArtifactVersion> longestWay(
      ArtifactVersion from, Map<UUID, List<ArtifactVersion>> known) {
    List<ArtifactVersion> before = known.get(from.id());
    if (before != null) {
      return before;
    }
    // Entered before the descent: a version that is its own ancestor ends the way.
    known.put(from.id(), List.of(from));
    List<ArtifactVersion> longest = List.of();
    for (ArtifactVersion input : producer(from).map(this::inputs).orElse(List.of())) {
      List<ArtifactVersion> way = longestWay(input, known);
      longest = way.size() > longest.size() ? way : longest;
    }
    List<ArtifactVersion> way = new ArrayList<>();
    way.add(from);
    way.addAll(longest);
    known.put(from.id(), way);
    return way;
  }

  /** Whether a step only took from the cache what a step of another run had computed. */
  private boolean isCopy(@Nullable StepInRun step, @Nullable Set<UUID> outputs) {
    return step != null
        && outputs != null
        && outputs.stream()
            .map(versions::get)
            .allMatch(v -> v != null && v.run() != null && v.run() != step.run());
  }

  private List<ArtifactVersion> read(StepInRun step, boolean outputs) {
    return edges.stream()
        .filter(
            edge -> edge.stepRun().equals(step.step().id()) && edge.role().isOutput() == outputs)
        .map(edge -> versions.get(edge.version()))
        .filter(version -> version != null)
        .distinct()
        .toList();
  }

  private void walk(MetadataQueries queries, int levels, boolean up) {
    Set<UUID> frontier = Set.of(root.id());
    Set<UUID> seenSteps = new HashSet<>();
    for (int level = 0; level < levels && !frontier.isEmpty(); level++) {
      Map<UUID, Set<UUID>> versionsOfStep = new LinkedHashMap<>();
      for (Edge edge : queries.edgesOfVersions(frontier)) {
        if (edge.role().isOutput() == up && !seenSteps.contains(edge.stepRun())) {
          versionsOfStep.computeIfAbsent(edge.stepRun(), id -> new HashSet<>()).add(edge.version());
        }
      }
      Map<UUID, StepInRun> found = queries.stepsInRuns(versionsOfStep.keySet());
      Set<UUID> reached = new LinkedHashSet<>(versionsOfStep.keySet());
      reached.removeIf(step -> up && isCopy(found.get(step), versionsOfStep.get(step)));
      seenSteps.addAll(reached);
      reached.forEach(
          step -> Optional.ofNullable(found.get(step)).ifPresent(s -> steps.put(step, s)));
      Set<UUID> next = new LinkedHashSet<>();
      for (Edge edge : reached.isEmpty() ? List.<Edge>of() : queries.edgesOfSteps(reached)) {
        boolean follow = edge.role().isOutput() != up;
        if (follow && !versions.containsKey(edge.version())) {
          next.add(edge.version());
        }
        if (follow || frontier.contains(edge.version()) || edge.role() == EdgeRole.OUTPUT) {
          edges.add(edge);
        }
      }
      versions.putAll(queries.versionsById(next));
      frontier = next;
    }
  }
}
