package dev.treadle.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as a store lists it.
 *
 * @param path its path
 * @param size in bytes
 * @param created when it was complete, not when its first byte was written, by the store's clock
 * @param version what the store calls this very object (ETag, generation, version id), null if it has no versions
 * @param recordedSha256 the SHA-256 that the store keeps beside the object, in lower-case hex, null if it keeps none
 * @since 0.1
 */
public record StoredObject(
    StorePath path,
    long size,
    Instant created,
    @Nullable String version,
    @Nullable String recordedSha256) {

  /** The SHA-256 if the store knows it without reading the object. */
  public Optional<String> sha256() {
    return Optional.ofNullable(recordedSha256);
  }
}
