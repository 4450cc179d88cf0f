package example.harness;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Two steps. */
public final class SumPipeline implements Pipeline<NoParams> {
  @Override
  public void define(PipelineBuilder p, NoParams params) {
    p.step(OrderSteps::sum).with(p.step(OrderSteps::orders).with(2));
  }
}
