package dev.treadle.examples.spark;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Table;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Another engine reads what Spark wrote. */
public final class RouteSteps {
  private RouteSteps() {}

  public record Route(
      String origin, String destination, long flights, double meanDelay, double p95) {}

  @Step
  public static Table profile(StepContext ctx, Path routes) throws SQLException {
    List<Route> rows = new ArrayList<>();
    String sql = """
        SELECT origin, destination, flights, minutes / flights, p95
        FROM read_parquet('%s/*.parquet') ORDER BY origin, destination""".formatted(routes.toString().replace("'", "''"));
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(new Route(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            row.getDouble(4),
            row.getDouble(5)));
      }
    }
    long flights = rows.stream().mapToLong(Route::flights).sum();
    double minutes =
        rows.stream().mapToDouble(row -> row.meanDelay() * row.flights()).sum();
    ctx.metric("flights", (double) flights);
    ctx.metric("mean-delay", minutes / flights);
    return Table.fromRecords(Route.class, rows);
  }
}
