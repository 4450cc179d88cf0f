package dev.treadle.benchmarks;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** A list, a step for each of its items, and one that takes all results. */
public final class FanOutPipeline implements Pipeline<FanOutPipeline.Params> {
  public record Params(int items) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var numbers = p.step(Numbers::upTo).with(params.items());
    p.step(Numbers::sum).with(p.map(numbers, number -> p.step(Numbers::next).with(number)));
  }
}
