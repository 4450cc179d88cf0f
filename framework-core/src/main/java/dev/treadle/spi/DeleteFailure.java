package dev.treadle.spi;

import dev.treadle.error.TreadleException;

/**
 * An object that a bulk delete left in place.
 *
 * @param path the object
 * @param cause why, as a single delete would have thrown it
 * @since 0.1
 */
public record DeleteFailure(StorePath path, TreadleException cause) {}
