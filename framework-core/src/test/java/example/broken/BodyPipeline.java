package example.broken;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.util.function.Consumer;

/** Defines what its parameter says, so that a test can hold its pipeline. */
public final class BodyPipeline implements Pipeline<BodyPipeline.Body> {

  public record Body(Consumer<PipelineBuilder> steps) {}

  @Override
  public void define(PipelineBuilder p, Body body) {
    body.steps().accept(p);
  }
}
