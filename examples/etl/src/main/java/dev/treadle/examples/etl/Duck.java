package dev.treadle.examples.etl;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in this process, with bounded memory. One thread writes the same bytes each time. */
final class Duck implements AutoCloseable {
  static final String MEMORY_LIMIT = "256MB";

  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  static Duck open() throws SQLException {
    Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
    duck.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
    duck.execute("SET threads = 1");
    return duck;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a row of a result becomes. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Row<T> form) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(form.of(result));
      }
      return rows;
    }
  }

  /** A file in SQL. */
  static String literal(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
