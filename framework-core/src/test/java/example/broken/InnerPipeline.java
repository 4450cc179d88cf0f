package example.broken;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

public final class InnerPipeline implements Pipeline<InnerPipeline.Start> {

  public record Start(int value) {}

  @Override
  public void define(PipelineBuilder p, Start start) {
    var twice = p.step(BrokenSteps::twice).with(start.value());
    p.step(BrokenSteps::twice).with(twice).named("four");
  }
}
