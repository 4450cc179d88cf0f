package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which versions steps read and wrote, with two queries for all of them. */
final class StepLinks {
  private final Map<UUID, List<Edge>> edges;
  private final Map<UUID, ArtifactVersion> versions;

  private StepLinks(Map<UUID, List<Edge>> edges, Map<UUID, ArtifactVersion> versions) {
    this.edges = edges;
    this.versions = versions;
  }

  static StepLinks read(MetadataQueries queries, List<StepRun> steps) {
    List<Edge> edges = queries.edgesOfSteps(steps.stream().map(StepRun::id).toList());
    return new StepLinks(
        edges.stream().collect(Collectors.groupingBy(Edge::stepRun)),
        queries.versionsById(edges.stream().map(Edge::version).distinct().toList()));
  }

  String inputs(StepRun step) {
    return labels(step, false);
  }

  String outputs(StepRun step) {
    return labels(step, true);
  }

  /** The newest of the last step's outputs that are there. */
  Optional<ArtifactVersion> lastOutput(List<StepRun> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Optional<ArtifactVersion> output = of(steps.get(i), true).stream()
          .map(edge -> versions.get(edge.version()))
          .filter(version -> version != null)
          .findFirst();
      if (output.isPresent()) {
        return output;
      }
    }
    return Optional.empty();
  }

  Fields addTo(Fields fields, StepRun step) {
    return fields
        .with("inputs", of(step, false).stream().map(this::fields).toList())
        .with("outputs", of(step, true).stream().map(this::fields).toList());
  }

  private Map<String, Object> fields(Edge edge) {
    ArtifactVersion version = versions.get(edge.version());
    return new Fields()
        .with("name", edge.name())
        .with("role", RunListing.word(edge.role()))
        .with("artifact", version == null ? null : version.artifact())
        .with("version", version == null ? null : version.number())
        .with("digest", version == null ? null : version.digest())
        .map();
  }

  private String labels(StepRun step, boolean outputs) {
    return of(step, outputs).stream()
        .map(edge -> versions.get(edge.version()))
        .filter(version -> version != null)
        .map(ArtifactLabel::of)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<Edge> of(StepRun step, boolean outputs) {
    return edges.getOrDefault(step.id(), List.of()).stream()
        .filter(edge -> edge.role().isOutput() == outputs)
        .toList();
  }
}
