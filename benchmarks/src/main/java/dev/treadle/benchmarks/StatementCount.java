package dev.treadle.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * G7: what a step costs in SQL. Counted inside H2 over a second connection to the open database: commits and written rows by
 * its query statistics, calls by its trace of the JDBC API, in which a batch is one call as it would be one round trip.
 */
final class StatementCount implements Benchmark {
  private static final int STEPS = 1_000;
  private static final Pattern CALL =
      Pattern.compile("\\.(executeBatch|executeQuery|executeUpdate|execute)\\(");

  @Override
  public List<Figure> measure() throws Exception {
    try (Project project = Project.open()) {
      warmUp(project);
      Path database = project.folder().toRealPath().resolve(".treadle/metadata");
      try (Connection h2 =
          DriverManager.getConnection("jdbc:h2:async:" + database, "treadle", "")) {
        return List.of(calls(project, h2, database), commits(project, h2));
      }
    }
  }

  private static Figure calls(Project project, Connection h2, Path database) throws Exception {
    execute(h2, "SET TRACE_MAX_FILE_SIZE 1000");
    execute(h2, "SET TRACE_LEVEL_FILE 3");
    chain(project);
    execute(h2, "SET TRACE_LEVEL_FILE 0");
    long calls = count(database.resolveSibling("metadata.trace.db"));
    return new Figure(
        "G7",
        (double) calls / STEPS,
        "statements/step",
        "chain of " + STEPS + ", " + calls + " JDBC executions, a batch is one");
  }

  private static Figure commits(Project project, Connection h2) throws SQLException {
    execute(h2, "SET QUERY_STATISTICS TRUE");
    chain(project);
    long commits = executions(h2, "COMMIT%");
    long rows = executions(h2, "insert %") + executions(h2, "update %") + executions(h2, "merge %");
    return new Figure(
        "G7-commits",
        100.0 * commits / STEPS,
        "commits/100 steps",
        "chain of " + STEPS + ", " + commits + " commits, " + executions(h2, "CHECKPOINT%")
            + " syncs, " + Figure.number((double) rows / STEPS) + " rows/step");
  }

  private static void warmUp(Project project) {
    for (int i = 0; i < 3; i++) {
      chain(project);
    }
  }

  /** Another chain each time, so that nothing is cached. */
  private static void chain(Project project) {
    project.run(new ChainPipeline(), new ChainPipeline.Params(STEPS, (int) System.nanoTime()));
  }

  private static long count(Path trace) throws IOException {
    try (Stream<String> lines = Files.lines(trace, StandardCharsets.UTF_8)) {
      return lines.filter(line -> CALL.matcher(line).find()).count();
    }
  }

  private static long executions(Connection h2, String like) throws SQLException {
    try (var query = h2.prepareStatement("select coalesce(sum(execution_count), 0)"
        + " from information_schema.query_statistics where sql_statement like ?")) {
      query.setString(1, like);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void execute(Connection h2, String sql) throws SQLException {
    try (var statement = h2.createStatement()) {
      statement.execute(sql);
    }
  }
}
