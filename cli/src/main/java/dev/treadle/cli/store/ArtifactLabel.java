package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;

/** Short names of artifacts, for lines that show many. */
public final class ArtifactLabel {
  private ArtifactLabel() {}

  /** The name without the pipeline: {@code report@1} of {@code penguins/report}, version 1. */
  public static String of(ArtifactVersion version) {
    return version.artifact().substring(version.artifact().indexOf('/') + 1) + "@"
        + version.number();
  }
}
