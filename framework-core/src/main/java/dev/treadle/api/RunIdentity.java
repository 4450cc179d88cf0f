package dev.treadle.api;

import java.util.UUID;

/**
 * Which run a step belongs to.
 *
 * @param id the run's time-ordered id
 * @param number its number in the project, from 1
 * @param pipeline the pipeline's name
 * @since 0.1
 */
public record RunIdentity(UUID id, long number, String pipeline) {}
