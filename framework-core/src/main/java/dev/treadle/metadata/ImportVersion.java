package dev.treadle.metadata;

import java.util.List;
import java.util.UUID;

/**
 * Records content that no step made. Gives the new version.
 *
 * <p>Refused with STORE-712 when objects were deleted since its own were stored: they may be among them.
 *
 * @param source where it came from, as text
 * @param relied what it consists of in the artifact store
 */
public record ImportVersion(
    UUID id,
    String artifact,
    String source,
    VersionContent content,
    List<Fact> facts,
    Reliance relied,
    Act act)
    implements UnitOfWork<VersionRef> {
  public ImportVersion {
    facts = List.copyOf(facts);
  }
}
