package dev.treadle.examples.digits;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.net.URI;

/** Learns to read digits, exports the model, and serves it with another engine that must agree. */
public final class DigitsOnnxPipeline implements Pipeline<DigitsOnnxPipeline.Params> {

  public record Params(
      @Param(defaultValue = "0.2", description = "share of the images that is kept for the test")
      double testFraction,

      @Param(defaultValue = "20", description = "passes over the training images")
      int epochs,

      @Param(
          defaultValue = "1e-5",
          description = "how far the scores of the two engines may differ")
      double tolerance,

      @Param(defaultValue = "17", description = "seed of the split and of the training")
      long seed) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var images = p.step(TrainSteps::load).with(p.external("digits.csv.gz", data()));
    var split =
        p.step(TrainSteps::split).with(images).with(params.testFraction()).with(params.seed());
    var test = split.get(Split::test);

    var model = p.step(TrainSteps::train)
        .with(split.get(Split::train))
        .with(params.epochs())
        .with(params.seed());
    var parity = p.step(ServeSteps::parity).with(model).with(test).with(params.tolerance());
    // What does not agree is not judged.
    var scores = p.step(ServeSteps::evaluate).with(model).with(test).after(parity);

    p.step(ServeSteps::errorGrid).with(test).with(scores);
    p.step(ServeSteps::card).with(scores).with(parity);
  }

  /** The file that comes with the example. */
  static URI data() {
    return URI.create(String.valueOf(DigitsOnnxPipeline.class.getResource("/data/digits.csv.gz")));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new DigitsOnnxPipeline(), args).exitCode());
  }
}
