package example.large;

import dev.treadle.api.Artifact;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;

/** As many steps in a row as wanted. */
public final class ChainPipeline implements Pipeline<ChainPipeline.Size> {

  public record Size(int steps) {}

  @Step
  public static int start() {
    return 0;
  }

  @Step
  public static int add(int sum, int value) {
    return sum + value;
  }

  @Override
  public void define(PipelineBuilder p, Size size) {
    Artifact<Integer> sum = p.step(ChainPipeline::start);
    for (int i = 1; i < size.steps(); i++) {
      sum = p.step(ChainPipeline::add).with(sum).with(i);
    }
  }
}
