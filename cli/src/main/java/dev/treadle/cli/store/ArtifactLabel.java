package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;

/** Short names of artifacts, for lines that show many. */
public final class ArtifactLabel {
  private ArtifactLabel() {}

  /** {@code report@1} of {@code penguins/report}, {@code train@3} of {@code penguins/split/train}. */
  public static String of(ArtifactVersion version) {
    return version.artifact().substring(version.artifact().lastIndexOf('/') + 1)
        + "@"
        + version.number();
  }
}
