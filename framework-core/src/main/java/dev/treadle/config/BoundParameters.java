package dev.treadle.config;

/**
 * A pipeline's parameters.
 *
 * @param json the record as JSON; secrets as references
 */
public record BoundParameters<P extends Record>(P record, String json) {}
