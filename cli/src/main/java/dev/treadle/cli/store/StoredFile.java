package dev.treadle.cli.store;

/**
 * A file of an artifact version.
 *
 * @param name its path inside the version
 * @param sha256 lower-case hex
 */
public record StoredFile(String name, long sizeBytes, String sha256) {}
