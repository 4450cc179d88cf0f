package dev.treadle.api.diff;

/**
 * A value of a column with few different ones.
 *
 * @param rows how many cells have it
 * @since 0.1
 */
public record Category(String value, long rows) {}
