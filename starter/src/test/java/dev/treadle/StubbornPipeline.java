package dev.treadle;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import java.util.concurrent.CountDownLatch;

/** Its step does not react to being interrupted; with a {@code main} of its own. */
public final class StubbornPipeline implements Pipeline<NoParams> {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Step
  public static int stubborn(int value) {
    while (true) {
      try {
        NEVER.await();
        return value;
      } catch (InterruptedException e) {
        // It is told, and goes on.
      }
    }
  }

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    p.step(StubbornPipeline::stubborn).with(1);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new StubbornPipeline(), args).exitCode());
  }
}
