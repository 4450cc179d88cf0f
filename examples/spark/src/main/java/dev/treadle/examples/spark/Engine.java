package dev.treadle.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Spark in this process. Its settings are those of the step; no type of Spark is in its signature. */
public record Engine(int threads) {

  /** Flights and minutes of delay of each route, as one Parquet file in a folder. */
  @Step
  public Path routes(StepContext ctx, List<Path> months) throws IOException {
    Path scratch = ctx.outputDirectory().resolve("spark");
    // Closed, or its threads would keep the process alive.
    try (SparkSession spark = open(scratch)) {
      ctx.logger().info("Spark {} in {} threads", spark.version(), threads);
      spark
          .read()
          .parquet(months.stream().map(Path::toString).toArray(String[]::new))
          .groupBy("origin", "destination")
          .agg(
              count(lit(1)).as("flights"),
              sum("delay").as("minutes"),
              percentile(col("delay"), lit(0.95)).as("p95"))
          .coalesce(1)
          .sortWithinPartitions("origin", "destination")
          .write()
          .parquet(scratch.resolve("routes").toString());
    }
    return parquetOnly(scratch.resolve("routes"), ctx.outputDirectory().resolve("routes"));
  }

  private SparkSession open(Path scratch) {
    return SparkSession.builder()
        .master("local[" + threads + "]")
        .appName("routes")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.local.dir", scratch.toString())
        .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
        .config("spark.sql.shuffle.partitions", 2)
        .getOrCreate();
  }

  /** Without markers and checksums, and under names without random parts. */
  private static Path parquetOnly(Path written, Path folder) throws IOException {
    Files.createDirectory(folder);
    try (Stream<Path> files = Files.list(written)) {
      int number = 0;
      for (Path part :
          files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList()) {
        Files.move(part, folder.resolve("part-" + number++ + ".parquet"));
      }
    }
    return folder;
  }
}
