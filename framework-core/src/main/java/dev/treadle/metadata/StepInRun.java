package dev.treadle.metadata;

import dev.treadle.api.run.StepRun;

/**
 * A step run with its run's number and pipeline.
 *
 * @param runDeleted whether the run was deleted; its steps and edges are kept for what others have from them
 */
public record StepInRun(StepRun step, long run, String pipeline, boolean runDeleted) {}
