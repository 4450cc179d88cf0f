package dev.treadle.examples.spark;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.examples.etl.ExtractSteps;
import java.time.YearMonth;

/** Writes months of flights as Parquet with DuckDB, sums them by route with Spark, and reads the sums with DuckDB. */
public final class SparkPipeline implements Pipeline<SparkPipeline.Params> {

  public record Params(
      @Param(defaultValue = "2026-01", description = "the first month")
      YearMonth first,

      @Param(defaultValue = "12", description = "how many months")
      int months,

      @Param(defaultValue = "2500", description = "flights of a month")
      int rows,

      @Param(defaultValue = "17", description = "seed of the flights, which are made up")
      long seed,

      @Param(defaultValue = "2", description = "threads of Spark")
      int threads) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var months = p.step(ExtractSteps::months).with(params.first()).with(params.months());
    var flights = p.map(
        months,
        month ->
            p.step(ExtractSteps::generate).with(month).with(params.rows()).with(params.seed()));
    var routes = p.step(Engine::routes).with(new Engine(params.threads())).with(flights);
    p.step(RouteSteps::profile).with(routes);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new SparkPipeline(), args).exitCode());
  }
}
