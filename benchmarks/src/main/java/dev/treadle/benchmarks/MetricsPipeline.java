package dev.treadle.benchmarks;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;

/** One step that records the points of one metric. */
public final class MetricsPipeline implements Pipeline<MetricsPipeline.Params> {
  public record Params(int points) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    p.step(MetricsPipeline::train).with(params.points());
  }

  @Step
  public static void train(StepContext context, int points) {
    for (int i = 0; i < points; i++) {
      context.metric("loss", i, loss(i));
    }
  }

  static double loss(int step) {
    return 1.0 / (1 + step);
  }
}
