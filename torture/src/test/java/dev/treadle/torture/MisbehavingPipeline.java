package dev.treadle.torture;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.time.Duration;

/** One misbehaving step, as a process of its own. */
public final class MisbehavingPipeline implements Pipeline<MisbehavingPipeline.Params> {

  /** @param how which of the steps */
  public record Params(
      @Param(description = "which of the steps") String how) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    switch (params.how()) {
      case "exits" -> p.step(MisbehavingSteps::exits).with(0);
      case "halts" -> p.step(MisbehavingSteps::halts).with(0);
      case "overflows" -> p.step(MisbehavingSteps::overflows).with(0);
      case "fillsTheHeap" -> p.step(MisbehavingSteps::fillsTheHeap).with(1 << 20);
      case "loops" -> p.step(MisbehavingSteps::loops).with(1).timeout(Duration.ofMillis(300));
      case "deadlocks" ->
        p.step(MisbehavingSteps::deadlocks).with(1).timeout(Duration.ofMillis(300));
      default -> p.step(MisbehavingSteps::leavesAThread).with(1);
    }
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new MisbehavingPipeline(), args).exitCode());
  }
}
