package dev.treadle.lineage;

import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lineage without an index, level by level: two queries for each. For a single question, or where memory is short. Follows the
 * same rules as {@link LineageIndex}.
 */
final class LineageQueries {
  private final MetadataQueries queries;

  LineageQueries(MetadataQueries queries) {
    this.queries = queries;
  }

  Reach reach(UUID start, Direction direction, int depth) {
    return direction == Direction.UPSTREAM ? upstream(start, depth) : downstream(start, depth);
  }

  private Reach upstream(UUID start, int depth) {
    Set<UUID> versions = new HashSet<>(Set.of(start));
    Set<UUID> steps = new HashSet<>();
    Set<UUID> level = Set.of(start);
    for (int i = 0; i < depth && !level.isEmpty(); i++) {
      Set<UUID> producers = new HashSet<>(producers(level).values());
      producers.removeIf(step -> !steps.add(step));
      level = new HashSet<>();
      for (Edge edge : queries.edgesOfSteps(producers)) {
        if (!edge.role().isOutput() && versions.add(edge.version())) {
          level.add(edge.version());
        }
      }
    }
    return new Reach(versions, steps, !steps.containsAll(producers(level).values()));
  }

  private Reach downstream(UUID start, int depth) {
    Set<UUID> versions = new HashSet<>(Set.of(start));
    Set<UUID> steps = new HashSet<>();
    Set<UUID> level = Set.of(start);
    for (int i = 0; i < depth && !level.isEmpty(); i++) {
      Set<UUID> consumers = consumers(level);
      consumers.removeIf(step -> !steps.add(step));
      level = madeBy(consumers);
      level.removeIf(version -> !versions.add(version));
    }
    return new Reach(versions, steps, !steps.containsAll(consumers(level)));
  }

  /** The step runs that made versions: those of the oldest output edges. */
  private Map<UUID, UUID> producers(Collection<UUID> versions) {
    Map<UUID, UUID> producers = new HashMap<>();
    for (Edge edge : queries.edgesOfVersions(versions)) {
      if (edge.role().isOutput()) {
        producers.putIfAbsent(edge.version(), edge.stepRun());
      }
    }
    return producers;
  }

  private Set<UUID> consumers(Collection<UUID> versions) {
    Set<UUID> consumers = new HashSet<>();
    for (Edge edge : queries.edgesOfVersions(versions)) {
      if (!edge.role().isOutput()) {
        consumers.add(edge.stepRun());
      }
    }
    return consumers;
  }

  private Set<UUID> madeBy(Set<UUID> steps) {
    List<UUID> outputs = queries.edgesOfSteps(steps).stream()
        .filter(edge -> edge.role().isOutput())
        .map(Edge::version)
        .distinct()
        .toList();
    Set<UUID> made = new HashSet<>();
    producers(outputs).forEach((version, step) -> {
      if (steps.contains(step)) {
        made.add(version);
      }
    });
    return made;
  }
}
