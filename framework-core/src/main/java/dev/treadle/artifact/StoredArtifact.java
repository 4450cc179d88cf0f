package dev.treadle.artifact;

/**
 * An artifact that was stored, ready to be recorded.
 *
 * @param manifest what it consists of
 * @param manifestDigest its identity, with {@code sha256:} before it
 * @param contentDigest the digest of its content alone, with {@code sha256:} before it
 * @param totalBytes the number of bytes of its files; of a list, of all its items
 * @param inline the whole artifact if it is small, to be kept in the record; empty if the store has it. Not to be changed
 * @param description what its materializer said of the value
 */
@SuppressWarnings("ArrayRecordComponent") // records are compared by their digests
public record StoredArtifact(
    Manifest manifest,
    String manifestDigest,
    String contentDigest,
    long totalBytes,
    byte[] inline,
    ArtifactDescription description) {

  /** Whether the store has nothing of it. */
  public boolean isInline() {
    return inline.length > 0;
  }

  /** What is needed to load it, under a name for messages. */
  public StoredArtifactRef ref(String name) {
    return new StoredArtifactRef(name, manifestDigest, inline);
  }
}
