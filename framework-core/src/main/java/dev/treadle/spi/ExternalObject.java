package dev.treadle.spi;

import java.net.URI;
import java.time.Instant;

/**
 * External data as it was seen.
 *
 * @param uri its address
 * @param size in bytes
 * @param modified when it was last changed, by its own clock
 * @param version what tells this content from any other: version id, generation, ETag or {@code sha256:…}
 * @since 0.1
 */
public record ExternalObject(URI uri, long size, Instant modified, String version) {}
