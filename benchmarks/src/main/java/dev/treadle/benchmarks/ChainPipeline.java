package dev.treadle.benchmarks;

import dev.treadle.api.Artifact;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Steps one after the other. */
public final class ChainPipeline implements Pipeline<ChainPipeline.Params> {

  /** How many steps there are, the number that the first one gives, and whether each waits until the one before is durable. */
  public record Params(int steps, int start, boolean strict) {
    Params(int steps) {
      this(steps, 0);
    }

    Params(int steps, int start) {
      this(steps, start, false);
    }
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    if (params.strict()) {
      p.strict();
    }
    Artifact<Integer> number = p.step(Numbers::first).with(params.start());
    for (int i = 1; i < params.steps(); i++) {
      number = p.step(Numbers::next).with(number);
    }
  }
}
