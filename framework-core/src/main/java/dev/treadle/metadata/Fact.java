package dev.treadle.metadata;

/**
 * A typed metadata entry.
 *
 * @param json the value as JSON: number, text, boolean or a structure; non-finite numbers as text
 */
public record Fact(String key, String json) {}
