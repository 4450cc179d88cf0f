package dev.treadle.examples.guide;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.examples.guide.Weather.Reading;
import java.util.List;

/** Days of frost at a station, as a type that brings its own materializer. */
public final class Frost implements Pipeline<Frost.Params> {

  public record Params(
      @Param(defaultValue = "Oslo", description = "the station")
      String station) {}

  @Step
  public static FrostDays find(List<Reading> readings, String station) {
    return new FrostDays(readings.stream()
        .filter(reading -> reading.station().equals(station) && reading.celsius() < 0)
        .map(Reading::day)
        .toList());
  }

  @Step
  public static int longest(StepContext ctx, FrostDays frost) {
    ctx.metric("longest", frost.longest());
    return frost.longest();
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    var readings = p.step(Weather::read).with(p.external("readings.csv", Weather.data()));
    var frost = p.step(Frost::find).with(readings).with(params.station());
    p.step(Frost::longest).with(frost);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new Frost(), args).exitCode());
  }
}
