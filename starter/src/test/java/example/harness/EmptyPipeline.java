package example.harness;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Has no step. */
public final class EmptyPipeline implements Pipeline<NoParams> {
  @Override
  public void define(PipelineBuilder p, NoParams params) {}
}
