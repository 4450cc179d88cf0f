package dev.treadle.metadata;

/**
 * What a stored version consists of.
 *
 * @param version the version
 * @param manifestJson its canonical manifest
 * @param manifestDigest lower-case hex
 * @param sizeBytes the sum of its files
 * @param inlineBytes how much of it is kept in the record; 0 when the artifact store has it
 */
public record StoredManifest(
    VersionRef version,
    String manifestDigest,
    String manifestJson,
    long sizeBytes,
    long inlineBytes) {}
