package dev.treadle.metadata;

import dev.treadle.api.run.StepRun;

/** A step run with its run's number and pipeline. */
public record StepInRun(StepRun step, long run, String pipeline) {}
