package dev.treadle.run;

import dev.treadle.api.Pipeline;

/**
 * A pipeline to run.
 *
 * @param params its bound parameters
 */
public record RunRequest<P extends Record>(Pipeline<P> pipeline, P params, RunOptions options) {}
