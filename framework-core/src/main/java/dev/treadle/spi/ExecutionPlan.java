package dev.treadle.spi;

import dev.treadle.graph.PipelineGraph;
import java.util.UUID;

/**
 * What an orchestrator knows of a run.
 *
 * @param run the run's id
 * @param graph the pipeline
 * @param maxParallel how many attempts may run at once; 0 leaves it to the orchestrator
 * @since 0.1
 */
public record ExecutionPlan(UUID run, PipelineGraph graph, int maxParallel) {}
