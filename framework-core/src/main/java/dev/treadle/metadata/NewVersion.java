package dev.treadle.metadata;

import dev.treadle.api.run.EdgeRole;
import java.util.List;
import java.util.UUID;

/**
 * An artifact version to create.
 *
 * @param artifact the artifact's name; created when new
 * @param output the output's name in its step, such as {@code result}
 * @param role {@link EdgeRole#OUTPUT} or {@link EdgeRole#OBSERVED_OUTPUT}
 * @param content what is stored
 * @param facts what the materializer and the step said of it
 */
public record NewVersion(
    UUID id,
    String artifact,
    String output,
    EdgeRole role,
    VersionContent content,
    List<Fact> facts) {
  public NewVersion {
    facts = List.copyOf(facts);
  }
}
