package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which versions steps read and wrote, with two queries for all of them. */
final class StepLinks {
  private final String pipeline;
  private final Map<UUID, List<Edge>> edges;
  private final Map<UUID, ArtifactVersion> versions;

  private StepLinks(
      String pipeline, Map<UUID, List<Edge>> edges, Map<UUID, ArtifactVersion> versions) {
    this.pipeline = pipeline;
    this.edges = edges;
    this.versions = versions;
  }

  static StepLinks read(MetadataQueries queries, PipelineRun run, List<StepRun> steps) {
    List<Edge> edges = queries.edgesOfSteps(steps.stream().map(StepRun::id).toList());
    return new StepLinks(
        run.pipeline(),
        edges.stream().collect(Collectors.groupingBy(Edge::stepRun)),
        queries.versionsById(edges.stream().map(Edge::version).distinct().toList()));
  }

  String inputs(StepRun step) {
    return labels(step, false);
  }

  String outputs(StepRun step) {
    return labels(step, true);
  }

  Set<String> inputArtifacts(StepRun step) {
    return versions(step, false).map(ArtifactVersion::artifact).collect(Collectors.toSet());
  }

  /** The newest of the last step's outputs that are there. */
  Optional<ArtifactVersion> lastOutput(List<StepRun> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Optional<ArtifactVersion> output = versions(steps.get(i), true).findFirst();
      if (output.isPresent()) {
        return output;
      }
    }
    return Optional.empty();
  }

  /** The outputs that no step of the run read, in the order of the steps. */
  List<ArtifactVersion> results(List<StepRun> steps) {
    Set<ArtifactVersion> read =
        steps.stream().flatMap(step -> versions(step, false)).collect(Collectors.toSet());
    return steps.stream()
        .flatMap(step -> versions(step, true))
        .filter(version -> !read.contains(version))
        .distinct()
        .toList();
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
    return versions(step, outputs)
        .map(version -> ArtifactLabel.of(version, pipeline))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Stream<ArtifactVersion> versions(StepRun step, boolean outputs) {
    return of(step, outputs).stream()
        .map(edge -> versions.get(edge.version()))
        .filter(version -> version != null);
  }

  private List<Edge> of(StepRun step, boolean outputs) {
    return edges.getOrDefault(step.id(), List.of()).stream()
        .filter(edge -> edge.role().isOutput() == outputs)
        .toList();
  }
}
