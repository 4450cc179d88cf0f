package dev.treadle.metadata;

import java.time.Instant;

/**
 * One point of a metric.
 *
 * @param step the user's step number, -1 when none was given
 * @param number may be NaN or infinite
 */
public record MetricPoint(String name, long step, double number, Instant at) {}
