package dev.treadle.run.recording;

import dev.treadle.api.run.RunEvent.StepEnded;
import dev.treadle.metadata.FinishStep;

/** How a step ended: what is written, and what is told once that is durable. */
public record StepEnding(FinishStep unit, StepEnded event) {}
