package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import picocli.CommandLine.Parameters;

/** The version of an artifact that a command is about. */
final class ArtifactArgument {
  @Parameters(
      index = "0",
      paramLabel = "ARTIFACT",
      description = "name, name@7, name@alias, run:42/train/model, sha256:…")
  String reference = "";

  /**
   * The version that is meant.
   *
   * @throws dev.treadle.error.TreadleException when there is none, or several, or its bytes were given up
   */
  ArtifactVersion in(ProjectStore store) {
    return new ArtifactReferences(store.queries()).resolve(reference);
  }

  /** The same, also when its bytes were given up. */
  ArtifactVersion recordIn(ProjectStore store) {
    return new ArtifactReferences(store.queries()).resolveRecord(reference);
  }
}
