package dev.treadle.examples.penguins;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.net.URI;

/** Learns to tell three species of penguins by four measurements, and reports how well that went. */
public final class PenguinsPipeline implements Pipeline<PenguinsPipeline.Params> {

  public record Params(
      @Param(defaultValue = "0.3", description = "share of the rows that is kept for the test")
      double testFraction,

      @Param(defaultValue = "17", description = "seed of the split and of the training")
      long seed,

      @Param(defaultValue = "20", description = "passes over the training rows")
      int epochs,

      @Param(defaultValue = "1.0", description = "initial learning rate of AdaGrad")
      double learningRate) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var raw = p.step(DataSteps::load).with(p.external("penguins.json", data()));
    var rows = p.step(DataSteps::clean).with(raw);
    var split = p.step(DataSteps::split).with(rows).with(params.testFraction()).with(params.seed());

    var model = p.step(ModelSteps::train)
        .with(split.get(Split::train))
        .with(params.epochs())
        .with(params.learningRate())
        .with(params.seed());

    var scores = p.step(ModelSteps::evaluate).with(model).with(split.get(Split::test));
    p.step(ModelSteps::report).with(model).with(scores).with(split);
  }

  /** The file that comes with the example. */
  public static URI data() {
    return URI.create(String.valueOf(PenguinsPipeline.class.getResource("/data/penguins.json")));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new PenguinsPipeline(), args).exitCode());
  }
}
