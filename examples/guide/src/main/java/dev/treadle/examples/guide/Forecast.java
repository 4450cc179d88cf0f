package dev.treadle.examples.guide;

import dev.treadle.Treadle;
import dev.treadle.api.Artifact;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.examples.guide.ForecastSteps.Parts;
import dev.treadle.examples.guide.ForecastSteps.Score;
import dev.treadle.examples.guide.Weather.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Foretells a station's weather, if that can be done well enough. */
public final class Forecast implements Pipeline<Forecast.Params> {

  public record Params(
      @Param(defaultValue = "Oslo", description = "the station")
      String station,

      @Param(defaultValue = "0.3,0.6,0.9", description = "the settings to try")
      List<Double> alphas,

      @Param(defaultValue = "6.0", description = "the largest error to be announced, in °C")
      double limit) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var weather = p.include(new Weather(), new Weather.Params(0.0, 1));
    Artifact<List<Reading>> readings = weather.output("read", List.class);
    var parts =
        p.step(ForecastSteps::split).with(readings).with(params.station()).with(1);

    List<Artifact<Score>> scores = new ArrayList<>();
    for (double alpha : params.alphas()) {
      var setting = new Smoothing(alpha);
      var level = p.step(Smoothing::fit)
          .with(setting)
          .with(parts.get(Parts::past))
          .retry(2)
          .timeout(Duration.ofMinutes(5));
      scores.add(
          p.step(ForecastSteps::score).with(setting).with(level).with(parts.get(Parts::future)));
    }
    var best = p.step(ForecastSteps::best).with(p.collect(scores)).outputNamed("best-forecast");

    p.when(p.step(ForecastSteps::goodEnough).with(best).with(params.limit()))
        .then(() -> p.step(ForecastSteps::announce).with(best))
        .otherwise(() -> p.step(ForecastSteps::explain).with(best).with(params.limit()));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new Forecast(), args).exitCode());
  }
}
