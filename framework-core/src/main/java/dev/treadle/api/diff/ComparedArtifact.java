package dev.treadle.api.diff;

/**
 * One side of a comparison.
 *
 * @param label the version, such as {@code model@7}
 * @param digest its identity, with {@code sha256:} before it
 * @param sizeBytes the sum of its files before compression
 * @param type the declared type as text
 * @param materializer id and format version, such as {@code json/1}
 * @since 0.1
 */
public record ComparedArtifact(
    String label, String digest, long sizeBytes, String type, String materializer) {}
