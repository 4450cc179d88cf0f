package dev.treadle.metadata;

import java.time.Instant;
import java.util.UUID;

/**
 * Registers external data as seen. When the artifact's newest version has the same URI and pin, that version is kept.
 * Gives the version that counts.
 *
 * @param id the id if a version must be created
 * @param pin version id, ETag or digest with a prefix that says which
 */
public record RegisterExternal(
    UUID id, String artifact, String uri, String pin, long sizeBytes, Instant at)
    implements UnitOfWork<VersionRef> {}
