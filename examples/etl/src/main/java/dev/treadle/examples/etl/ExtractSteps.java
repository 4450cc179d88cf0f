package dev.treadle.examples.etl;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Months, and the flights of each as a folder with a Parquet file. */
public final class ExtractSteps {
  private ExtractSteps() {}

  @Step
  public static List<YearMonth> months(YearMonth first, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("months must be at least 1, but is " + count);
    }
    return Stream.iterate(first, month -> month.plusMonths(1)).limit(count).toList();
  }

  /** Flights made up from a hash of their number: the same on every machine. */
  @Step
  public static Path generate(StepContext ctx, YearMonth month, int rows, long seed)
      throws IOException, SQLException {
    String flights = String.format(
        Locale.ROOT,
        """
        SELECT i AS flight,
          DATE '%1$s-01' + CAST(i * %2$d // %3$d AS INTEGER) AS day,
          list_extract(%5$s, 1 + CAST(hash(i, %4$d, 'from') %% 5 AS INTEGER)) AS origin,
          list_extract(%5$s, 6 + CAST(hash(i, %4$d, 'to') %% 3 AS INTEGER)) AS destination,
          CAST(200 + hash(i, %4$d, 'km') %% 4800 AS INTEGER) AS distance,
          CAST(hash(i, %4$d, 'late') %% 61 + hash(i, %4$d, 'later') %% 121 AS INTEGER) - 60 AS delay
        FROM range(%3$d) numbers(i)""",
        month,
        month.lengthOfMonth(),
        rows,
        seed + 100L * month.getYear() + month.getMonthValue(),
        "['AMS', 'BCN', 'CPH', 'FRA', 'VIE', 'JFK', 'LHR', 'NRT']");
    return write(ctx, flights);
  }

  /** A month of the flights in a Parquet or CSV file with the columns of {@link #generate}. */
  @Step
  public static Path cut(StepContext ctx, YearMonth month, FileRef source)
      throws IOException, SQLException {
    if (!Files.isRegularFile(source.path())) {
      throw new IllegalArgumentException("There is no file " + source + " (source)");
    }
    String flights = """
        SELECT flight, day, origin, destination, distance, delay FROM %s
        WHERE strftime(day, '%%Y-%%m') = '%s' ORDER BY flight""".formatted(Duck.literal(source.path()), month);
    return write(ctx, flights);
  }

  private static Path write(StepContext ctx, String flights) throws IOException, SQLException {
    Path folder = Files.createDirectory(ctx.outputDirectory().resolve("flights"));
    Path part = folder.resolve("part-0.parquet");
    ctx.logger().info("DuckDB with at most {} of memory", Duck.MEMORY_LIMIT);
    try (Duck duck = Duck.open()) {
      duck.execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
          .formatted(flights, Duck.literal(part)));
    }
    return folder;
  }
}
