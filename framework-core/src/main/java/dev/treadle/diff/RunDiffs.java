package dev.treadle.diff;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ValueChange;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cache.CacheKey;
import dev.treadle.cache.CodeChange;
import dev.treadle.diff.RunDiff.NodeChange;
import dev.treadle.diff.RunDiff.OutputChange;
import dev.treadle.diff.RunDiff.StepCode;
import dev.treadle.json.Json;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StepDetail;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares runs. */
public final class RunDiffs {
  /** Of how many outputs the bytes are read; a fan-out may have thousands. */
  private static final int MOST_OUTPUTS_READ = 50;

  private final MetadataQueries queries;
  private final Artifacts artifacts;

  /** Compares two versions. */
  @FunctionalInterface
  public interface Artifacts {
    ArtifactDiff between(ArtifactVersion base, ArtifactVersion other);
  }

  public RunDiffs(MetadataQueries queries, Artifacts artifacts) {
    this.queries = queries;
    this.artifacts = artifacts;
  }

  public RunDiff between(PipelineRun base, PipelineRun other) {
    var baseSteps = steps(base);
    var otherSteps = steps(other);
    var before = outputs(baseSteps);
    var after = outputs(otherSteps);
    return new RunDiff(
        RunDiff.FORMAT,
        ComparedRun.of(base),
        ComparedRun.of(other),
        graph(base, other),
        values(base.paramsJson(), other.paramsJson()),
        code(baseSteps, otherSteps),
        values(queries.environment(base.id()), queries.environment(other.id())),
        changed(before, after),
        before.entrySet().stream()
            .filter(entry -> isSame(entry.getValue(), after.get(entry.getKey())))
            .count());
  }

  private Map<String, StepRun> steps(PipelineRun run) {
    return queries.steps(run.id()).stream()
        .collect(Collectors.toMap(
            StepRun::label, Function.identity(), (first, second) -> second, LinkedHashMap::new));
  }

  private List<NodeChange> graph(PipelineRun base, PipelineRun other) {
    var before = nodes(base);
    var after = nodes(other);
    var changes = new ArrayList<NodeChange>();
    for (var name : union(before, after)) {
      if (!after.containsKey(name)) {
        changes.add(new NodeChange(name, ChangeKind.REMOVED, List.of()));
      } else if (!before.containsKey(name)) {
        changes.add(new NodeChange(name, ChangeKind.ADDED, List.of()));
      } else {
        var parts = ValueComparison.between(before.get(name), after.get(name)).shown();
        if (!parts.isEmpty()) {
          changes.add(new NodeChange(name, ChangeKind.CHANGED, parts));
        }
      }
    }
    return changes;
  }

  private Map<String, Map<?, ?>> nodes(PipelineRun run) {
    var nodes = new LinkedHashMap<String, Map<?, ?>>();
    if (object(queries.snapshot(run.id())).get("nodes") instanceof List<?> all) {
      for (var each : all) {
        if (each instanceof Map<?, ?> node) {
          node.remove("at");
          nodes.put(String.valueOf(node.get("name")), node);
        }
      }
    }
    return nodes;
  }

  private static List<ValueChange> values(String base, String other) {
    var before = object(base);
    var after = object(other);
    var comparison = new ValueComparison();
    for (var name : union(before, after)) {
      if (!after.containsKey(name)) {
        comparison.removed(name, before.get(name));
      } else if (!before.containsKey(name)) {
        comparison.added(name, after.get(name));
      } else {
        comparison.compare(name, before.get(name), after.get(name));
      }
    }
    return comparison.difference().shown();
  }

  private List<StepCode> code(Map<String, StepRun> base, Map<String, StepRun> other) {
    var changes = new LinkedHashMap<String, String>();
    base.forEach((label, step) -> {
      var now = other.get(label);
      if (now != null) {
        // The items of a map have their code in common.
        change(step, now).ifPresent(text -> changes.putIfAbsent(step.step(), text));
      }
    });
    return changes.entrySet().stream()
        .map(change -> new StepCode(change.getKey(), change.getValue()))
        .toList();
  }

  private Optional<String> change(StepRun base, StepRun other) {
    var before = key(base);
    var after = key(other);
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : CodeChange.between(before.get(), after.get());
  }

  private Optional<CacheKey> key(StepRun step) {
    return queries
        .step(step.id())
        .map(StepDetail::cacheKey)
        .map(CacheEntryKey::partsJson)
        .map(CacheKey::fromJson);
  }

  /** By step and name, both in one text that sorts and shows well. */
  private Map<Output, ArtifactVersion> outputs(Map<String, StepRun> steps) {
    var byId = steps.values().stream().collect(Collectors.toMap(StepRun::id, Function.identity()));
    var edges = queries.edgesOfSteps(byId.keySet()).stream()
        .filter(edge -> edge.role().isOutput())
        .toList();
    var versions = queries.versionsById(
        edges.stream().map(edge -> edge.version()).distinct().toList());
    var outputs = new LinkedHashMap<Output, ArtifactVersion>();
    for (var step : steps.values()) {
      for (var edge : edges) {
        var version = versions.get(edge.version());
        if (edge.stepRun().equals(step.id()) && version != null) {
          outputs.put(new Output(step.label(), edge.name()), version);
        }
      }
    }
    return outputs;
  }

  private List<OutputChange> changed(
      Map<Output, ArtifactVersion> base, Map<Output, ArtifactVersion> other) {
    var changes = new ArrayList<OutputChange>();
    for (var output : union(base, other)) {
      var before = base.get(output);
      var after = other.get(output);
      if (isSame(before, after)) {
        continue;
      }
      changes.add(new OutputChange(
          output.step(),
          output.name(),
          before == null
              ? ChangeKind.ADDED
              : after == null ? ChangeKind.REMOVED : ChangeKind.CHANGED,
          before == null ? null : before.label(),
          after == null ? null : after.label(),
          before == null || after == null
              ? ""
              : summary(before, after, changes.size() < MOST_OUTPUTS_READ)));
    }
    return changes;
  }

  private String summary(ArtifactVersion base, ArtifactVersion other, boolean isRead) {
    return isRead ? artifacts.between(base, other).difference().summary() : "not the same digest";
  }

  private static boolean isSame(@Nullable ArtifactVersion base, @Nullable ArtifactVersion other) {
    return base != null && other != null && base.digest().equals(other.digest());
  }

  private static Map<String, @Nullable Object> object(String json) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    if (Json.read(json, (Type) Object.class) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    }
    return fields;
  }

  private static <K> Set<K> union(Map<K, ?> base, Map<K, ?> other) {
    var keys = new LinkedHashSet<>(base.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private record Output(String step, String name) {}
}
