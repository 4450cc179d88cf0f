package dev.treadle.metadata;

/** The last point of a metric in a run, and the step that told it. */
public record RunMetric(String step, MetricPoint point) {}
