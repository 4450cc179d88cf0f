package dev.treadle.examples.sweep;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.examples.penguins.DataSteps;
import dev.treadle.examples.penguins.PenguinsPipeline;
import dev.treadle.examples.penguins.Split;
import java.util.List;

/** Tries many decision trees on the penguins and makes a model of the best, if it is good enough. */
public final class SweepPipeline implements Pipeline<SweepPipeline.Params> {

  public record Params(
      @Param(defaultValue = "1,2,3,4,5,6", description = "how deep a tree may grow")
      List<Integer> depths,

      @Param(defaultValue = "1", description = "trees of a forest; 1 is a tree alone")
      List<Integer> trees,

      @Param(defaultValue = "0.95", description = "share of right answers that a model needs")
      double threshold,

      @Param(defaultValue = "0.3", description = "share of the rows that is kept for the test")
      double testFraction,

      @Param(defaultValue = "17", description = "seed of the split and of the training")
      long seed) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var raw = p.step(DataSteps::load).with(p.external("penguins.json", PenguinsPipeline.data()));
    var rows = p.step(DataSteps::clean).with(raw);
    var split = p.step(DataSteps::split).with(rows).with(params.testFraction()).with(params.seed());

    var settings =
        p.step(SweepSteps::grid).with(params.depths()).with(params.trees()).with(params.seed());
    var candidates = p.map(
        settings,
        setting -> p.step(SweepSteps::trial)
            .with(split.get(Split::train))
            .with(split.get(Split::test))
            .with(setting));
    var best = p.step(SweepSteps::pickBest).with(candidates);

    p.when(p.step(SweepSteps::goodEnough).with(best).with(params.threshold()))
        .then(() -> p.step(SweepSteps::fit).with(rows).with(best.get(Candidate::setting)))
        .otherwise(() -> p.step(SweepSteps::explainMiss).with(candidates).with(params.threshold()));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new SweepPipeline(), args).exitCode());
  }
}
