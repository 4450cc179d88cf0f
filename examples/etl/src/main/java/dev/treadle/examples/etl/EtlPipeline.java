package dev.treadle.examples.etl;

import dev.treadle.Treadle;
import dev.treadle.api.Artifact;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.data.FileRef;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;

/** Writes a year of flights month by month, checks each month and sums it by route. */
public final class EtlPipeline implements Pipeline<EtlPipeline.Params> {

  public record Params(
      @Param(defaultValue = "2026-01", description = "the first month")
      YearMonth first,

      @Param(defaultValue = "12", description = "how many months")
      int months,

      @Param(defaultValue = "2500", description = "flights of a month that are made up")
      int rows,

      @Param(description = "a Parquet or CSV file to take the flights from instead")
      Optional<FileRef> source,

      @Param(defaultValue = "120", description = "minutes; a later flight fails the check")
      int maxDelay,

      @Param(defaultValue = "17", description = "seed of the flights that are made up")
      long seed) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var rules = new Rules(0, 20_000, -60, params.maxDelay());
    var months = p.step(ExtractSteps::months).with(params.first()).with(params.months());
    var summaries = p.map(months, month -> {
          var checked =
              p.step(SummarySteps::check).with(extract(p, month, params)).with(rules);
          return p.step(SummarySteps::aggregate).with(checked);
        })
        .maxParallel(2);
    p.step(SummarySteps::profile).with(p.step(SummarySteps::join).with(summaries));
  }

  /** Plain Java decides which step it is; both are called the same. */
  private static Artifact<Path> extract(
      PipelineBuilder p, Artifact<YearMonth> month, Params params) {
    return params
        .source()
        .map(file -> p.step(ExtractSteps::cut).with(month).with(file).named("extract"))
        .orElseGet(() -> p.step(ExtractSteps::generate)
            .with(month)
            .with(params.rows())
            .with(params.seed())
            .named("extract"));
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new EtlPipeline(), args).exitCode());
  }
}
