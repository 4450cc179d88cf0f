package example.harness;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.util.concurrent.atomic.AtomicInteger;

/** Has another graph each time. */
public final class CountingPipeline implements Pipeline<NoParams> {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    p.step(OrderSteps::orders).with(COUNT.incrementAndGet());
  }
}
