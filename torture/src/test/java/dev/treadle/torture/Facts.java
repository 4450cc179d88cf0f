package dev.treadle.torture;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a store knows, as lines that can be told, kept and compared. Only what stays so is a fact. */
final class Facts {
  private Facts() {}

  static String run(UUID id, long number) {
    return "run " + id + " " + number;
  }

  static String completed(UUID run) {
    return "completed " + run;
  }

  /** A step with a result, and the versions that it made or took from the cache. */
  static List<String> ofStep(MetadataQueries queries, StepRun step) {
    List<String> facts = new ArrayList<>();
    if (step.status().hasOutputs()) {
      facts.add("step " + step.runId() + " " + step.label());
      List<Edge> outputs = queries.edgesOfSteps(List.of(step.id())).stream()
          .filter(edge -> edge.role().isOutput())
          .toList();
      Map<UUID, ArtifactVersion> versions =
          queries.versionsById(outputs.stream().map(Edge::version).collect(Collectors.toSet()));
      for (Edge output : outputs) {
        ArtifactVersion version = versions.get(output.version());
        facts.add("output " + step.id() + " " + output.name() + " "
            + (version == null ? "missing" : version.label() + " " + version.digest()));
      }
    }
    return facts;
  }

  /** All facts of the runs with these numbers or greater. */
  static Set<String> since(MetadataQueries queries, long number) {
    Set<String> facts = new LinkedHashSet<>();
    for (PipelineRun run : queries.runs(RunFilter.newest(Integer.MAX_VALUE))) {
      if (run.number() >= number) {
        facts.add(run(run.id(), run.number()));
        if (run.status() == dev.treadle.api.run.RunStatus.COMPLETED) {
          facts.add(completed(run.id()));
        }
        queries.steps(run.id()).forEach(step -> facts.addAll(ofStep(queries, step)));
      }
    }
    return facts;
  }
}
