package dev.treadle.api;

/**
 * The parameters of a pipeline that has none.
 *
 * @since 0.1
 */
public record NoParams() {}
