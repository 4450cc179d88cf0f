package dev.treadle.torture;

import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.VersionContent;
import java.util.List;
import java.util.UUID;

/** What runs have made in the end. */
final class Results {
  private static final MaterializerSelection MATERIALIZERS =
      new MaterializerSelection(Materializers.load(Results.class.getClassLoader()));

  private Results() {}

  /** The stored value of the last step. */
  static Object of(Workspace workspace, PipelineRun run) {
    MetadataQueries queries = workspace.metadata().queries();
    UUID join = queries.steps(run.id()).stream()
        .filter(step -> step.step().equals("join"))
        .findFirst()
        .orElseThrow()
        .id();
    UUID version = queries.edgesOfSteps(List.of(join)).stream()
        .filter(edge -> edge.role().isOutput())
        .map(Edge::version)
        .findFirst()
        .orElseThrow();
    VersionContent content = queries.content(version);
    byte[] inline = content.inline();
    var ref = new StoredArtifactRef(
        "result", "sha256:" + content.manifestDigest(), inline == null ? new byte[0] : inline);
    return workspace.artifacts().load(ref, String.class, MATERIALIZERS.require(String.class));
  }
}
