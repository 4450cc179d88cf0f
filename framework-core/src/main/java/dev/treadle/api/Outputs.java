package dev.treadle.api;

/**
 * Marks a record as a bundle of outputs: each component is stored as an artifact of its own. Only records implement it.
 *
 * @since 0.1
 */
public interface Outputs {}
