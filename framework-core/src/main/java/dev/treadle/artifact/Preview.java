package dev.treadle.artifact;

/**
 * Something to look at.
 *
 * @param mediaType such as {@code text/csv}
 * @param bytes at most 256 KiB, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Preview(String mediaType, byte[] bytes) {}
