package example.churn;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import example.churn.ChurnSteps.Candidate;
import example.churn.ChurnSteps.Split;

public final class ChurnPipeline implements Pipeline<ChurnPipeline.Params> {
  public record Params(String csv, double testFraction, int trials, double threshold) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var raw = p.step(ChurnSteps::load).with(params.csv()).cached(false);
    var split = p.step(ChurnSteps::split).with(raw).with(params.testFraction());

    var candidates = p.map(p.step(ChurnSteps::grid).with(params.trials()), hp -> {
      var model =
          p.step(ChurnSteps::train).with(split.get(Split::train)).with(hp).retry(3);
      return p.step(ChurnSteps::evaluate)
          .with(model)
          .with(split.get(Split::test))
          .with(hp);
    });

    var best = p.step(ChurnSteps::pickBest).with(candidates);
    p.when(p.step(ChurnSteps::goodEnough).with(best).with(params.threshold()))
        .then(() -> p.step(ChurnSteps::publish).with(best.get(Candidate::model)));
  }
}
