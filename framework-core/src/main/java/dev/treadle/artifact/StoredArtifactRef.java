package dev.treadle.artifact;

/**
 * What is needed to load an artifact.
 *
 * @param name how messages call it, such as {@code model@7}
 * @param manifestDigest its identity, with {@code sha256:} before it
 * @param inline the artifact if it is kept in its record; empty if the store has it. Not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // references are compared by their digests
public record StoredArtifactRef(String name, String manifestDigest, byte[] inline) {

  public StoredArtifactRef {
    Digests.hex(manifestDigest);
  }

  boolean isInline() {
    return inline.length > 0;
  }

  StoredArtifactRef item(int index, String digest, byte[] bytes) {
    return new StoredArtifactRef(name + "[" + index + "]", digest, bytes);
  }
}
