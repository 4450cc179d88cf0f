package dev.treadle.benchmarks;

import dev.treadle.api.Artifact;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Steps one after the other. */
public final class ChainPipeline implements Pipeline<ChainPipeline.Params> {

  /** How many steps there are, and the number that the first one gives. */
  public record Params(int steps, int start) {
    Params(int steps) {
      this(steps, 0);
    }
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    Artifact<Integer> number = p.step(Numbers::first).with(params.start());
    for (int i = 1; i < params.steps(); i++) {
      number = p.step(Numbers::next).with(number);
    }
  }
}
