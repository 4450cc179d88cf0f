package dev.treadle.metadata;

/**
 * A cache key as stored.
 *
 * @param digest SHA-256 over the parts, as lower-case hex
 * @param partsJson the parts as JSON, so that a later run can say what differs
 */
public record CacheEntryKey(String digest, String partsJson) {}
