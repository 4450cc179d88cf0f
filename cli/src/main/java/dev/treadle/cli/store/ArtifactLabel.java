package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;
import org.jspecify.annotations.Nullable;

/** Short names of artifacts, for lines that show many. */
public final class ArtifactLabel {
  private ArtifactLabel() {}

  /** {@code report@1} of {@code penguins/report} and {@code split/train@3} of {@code penguins/split/train} in penguins. */
  public static String of(ArtifactVersion version, @Nullable String pipeline) {
    String prefix = pipeline + "/";
    String name = version.artifact();
    return (name.startsWith(prefix) ? name.substring(prefix.length()) : name)
        + "@"
        + version.number();
  }
}
