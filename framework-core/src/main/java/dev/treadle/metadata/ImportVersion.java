package dev.treadle.metadata;

import java.util.List;
import java.util.UUID;

/**
 * Records content that no step made. Gives the new version.
 *
 * @param source where it came from, as text
 */
public record ImportVersion(
    UUID id, String artifact, String source, VersionContent content, List<Fact> facts, Act act)
    implements UnitOfWork<VersionRef> {
  public ImportVersion {
    facts = List.copyOf(facts);
  }
}
