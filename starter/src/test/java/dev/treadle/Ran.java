package dev.treadle;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.log.LogLine;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StepDetail;
import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run that has ended, as the store tells it. */
record Ran(Workspace workspace, RunResult result) {

  RunStatus status() {
    return result.status();
  }

  /** The state of each step by its label. */
  Map<String, StepStatus> statuses() {
    return queries().steps(result.id()).stream()
        .collect(Collectors.toMap(StepRun::label, StepRun::status, (a, b) -> a, TreeMap::new));
  }

  StepStatus status(String label) {
    return step(label).status();
  }

  String reason(String label) {
    return String.valueOf(step(label).reason());
  }

  StepRun step(String label) {
    return queries().steps(result.id()).stream()
        .filter(step -> step.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No step " + label + " in " + statuses()));
  }

  StepDetail detail(String label) {
    return queries().step(step(label).id()).orElseThrow();
  }

  List<AttemptRecord> attempts(String label) {
    return detail(label).attempts();
  }

  List<Edge> edges(String label) {
    return queries().edgesOfSteps(List.of(step(label).id()));
  }

  List<Edge> edges(String label, EdgeRole role) {
    return edges(label).stream().filter(edge -> edge.role() == role).toList();
  }

  ArtifactVersion version(String label, String output) {
    Edge edge = edges(label).stream()
        .filter(e -> e.role().isOutput() && e.name().equals(output))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No output " + output + " in " + edges(label)));
    return queries().version(edge.version()).orElseThrow();
  }

  ArtifactVersion version(String label) {
    return version(label, "result");
  }

  /** The stored value of a step's only output. */
  Object value(String label, Type type) {
    return value(version(label), type);
  }

  Object value(String label, String output, Type type) {
    return value(version(label, output), type);
  }

  Object value(ArtifactVersion version, Type type) {
    VersionContent content = queries().content(version.id());
    byte[] inline = content.inline();
    var ref = new StoredArtifactRef(
        version.label(),
        "sha256:" + content.manifestDigest(),
        inline == null ? new byte[0] : inline);
    var materializer =
        new MaterializerSelection(Materializers.load(Ran.class.getClassLoader())).require(type);
    return workspace.artifacts().load(ref, type, materializer);
  }

  /** The log of the last attempt. */
  List<LogLine> log(String label) {
    List<AttemptRecord> attempts = attempts(label);
    String path = attempts.get(attempts.size() - 1).logPath();
    if (path == null) {
      return List.of();
    }
    try (var in = workspace.artifactStore().open(StorePath.of(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(LogLine::parse)
          .map(Optional::orElseThrow)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MetadataQueries queries() {
    return workspace.metadata().queries();
  }
}
