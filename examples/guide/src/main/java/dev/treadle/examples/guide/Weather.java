package dev.treadle.examples.guide;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Sums up the readings of each weather station. */
public final class Weather implements Pipeline<Weather.Params> {

  public record Params(
      @Param(defaultValue = "0.0", description = "a colder day is a day of frost, in °C")
      double frost,

      @Param(defaultValue = "1", description = "a station with fewer readings fails")
      int days) {}

  public record Reading(String station, LocalDate day, double celsius) {}

  public record Summary(String station, double mean, int frostDays) {}

  @Step
  public static List<Reading> read(Path file) throws IOException {
    return Table.readCsv(file).toRecords(Reading.class);
  }

  @Step
  public static List<String> stations(List<Reading> readings) {
    return readings.stream().map(Reading::station).distinct().sorted().toList();
  }

  @Step
  public static Summary summarise(
      StepContext ctx, List<Reading> readings, String station, double frost, int days) {
    var own = readings.stream().filter(r -> r.station().equals(station)).toList();
    if (own.size() < days) {
      throw new IllegalArgumentException(
          station + " has " + own.size() + " of " + days + " readings");
    }
    double mean = own.stream().mapToDouble(Reading::celsius).average().orElseThrow();
    long frostDays = own.stream().filter(r -> r.celsius() < frost).count();
    ctx.metric("mean", mean);
    return new Summary(station, mean, (int) frostDays);
  }

  @Step
  public static Table report(StepContext ctx, List<Summary> summaries) {
    ctx.metric("frost-days", summaries.stream().mapToInt(Summary::frostDays).sum());
    return Table.fromRecords(Summary.class, summaries);
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    var readings = p.step(Weather::read).with(p.external("readings.csv", data()));
    var stations = p.step(Weather::stations).with(readings);
    var summaries = p.map(
        stations,
        station -> p.step(Weather::summarise)
            .with(readings)
            .with(station)
            .with(params.frost())
            .with(params.days()));
    p.step(Weather::report).with(summaries);
  }

  static URI data() {
    return URI.create(String.valueOf(Weather.class.getResource("/readings.csv")));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new Weather(), args).exitCode());
  }
}
