package dev.treadle.examples.etl;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Flights checked and summed. The engine reads the files; only sums come into Java. */
public final class SummarySteps {
  private static final int SHOWN = 3;

  private SummarySteps() {}

  /** The month as it is, if every rule holds; else all that are broken, each with the first flights that break it. */
  @Step
  public static Path check(StepContext ctx, Path month, Rules rules) throws SQLException {
    Map<String, String> broken = new LinkedHashMap<>();
    for (String column : List.of("flight", "day", "origin", "destination", "distance", "delay")) {
      broken.put(column + " is missing", column + " IS NULL");
    }
    broken.put("distance < " + rules.minDistance(), "distance < " + rules.minDistance());
    broken.put("distance > " + rules.maxDistance(), "distance > " + rules.maxDistance());
    broken.put("delay < " + rules.minDelay(), "delay < " + rules.minDelay());
    broken.put("delay > " + rules.maxDelay(), "delay > " + rules.maxDelay());

    List<String> violations = new ArrayList<>();
    try (Duck duck = Duck.open()) {
      long rows = count(duck, month, "true");
      ctx.metadata("rows", rows);
      if (rows == 0) {
        violations.add("there are no flights");
      }
      for (Map.Entry<String, String> rule : broken.entrySet()) {
        long count = count(duck, month, rule.getValue());
        if (count > 0) {
          violations.add("%d of %d rows: %s (flights %s%s)"
              .formatted(
                  count,
                  rows,
                  rule.getKey(),
                  first(duck, month, rule.getValue()),
                  count > SHOWN ? ", …" : ""));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw new BadDataException(violations);
    }
    return month;
  }

  @Step
  public static Table aggregate(Path month) throws SQLException {
    try (Duck duck = Duck.open()) {
      return Table.fromRecords(
          RouteMonth.class,
          duck.query(
              """
              SELECT strftime(min(day), '%%Y-%%m'), origin, destination,
                count(*), avg(delay), quantile_cont(delay, 0.95)
              FROM %s GROUP BY origin, destination ORDER BY origin, destination""".formatted(files(month)),
              row -> new RouteMonth(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getDouble(5),
                  row.getDouble(6))));
    }
  }

  @Step
  public static Table join(List<Table> months) {
    return Table.fromRecords(
        RouteMonth.class,
        months.stream()
            .flatMap(month -> month.toRecords(RouteMonth.class).stream())
            .toList());
  }

  /** Totals, as metrics to be compared between runs. */
  @Step
  public static void profile(StepContext ctx, Table routes) {
    List<RouteMonth> rows = routes.toRecords(RouteMonth.class);
    long flights = rows.stream().mapToLong(RouteMonth::flights).sum();
    double minutes =
        rows.stream().mapToDouble(row -> row.meanDelay() * row.flights()).sum();
    ctx.metric("flights", (double) flights);
    ctx.metric("mean-delay", minutes / flights);
  }

  private static long count(Duck duck, Path month, String where) throws SQLException {
    return duck.query(
            "SELECT count(*) FROM " + files(month) + " WHERE " + where, row -> row.getLong(1))
        .get(0);
  }

  private static String first(Duck duck, Path month, String where) throws SQLException {
    String sql = "SELECT flight FROM %s WHERE %s ORDER BY flight LIMIT %d"
        .formatted(files(month), where, SHOWN);
    return duck.query(sql, row -> String.valueOf(row.getString(1))).stream()
        .collect(Collectors.joining(", "));
  }

  private static String files(Path month) {
    return "read_parquet(" + Duck.literal(month.resolve("*.parquet")) + ")";
  }
}
