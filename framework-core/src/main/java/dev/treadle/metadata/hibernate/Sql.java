package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.MetadataStoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs queries and hands on their rows. */
final class Sql {
  private static final int MOST_IN_LIST = 1_024;

  /** What is done with each row. */
  @FunctionalInterface
  interface Use {
    void accept(Row row) throws SQLException;
  }

  /** What a row becomes. */
  @FunctionalInterface
  interface Mapping<T> {
    T map(Row row) throws SQLException;
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Job {
    void run(Statements statements) throws SQLException;
  }

  @FunctionalInterface
  private interface Connections {
    void use(Job job) throws SQLException;
  }

  private final Connections connections;
  private final String place;

  private Sql(Connections connections, String place) {
    this.connections = connections;
    this.place = place;
  }

  /** On one connection, for one thread. */
  static Sql on(Statements statements) {
    return new Sql(job -> job.run(statements), "this connection");
  }

  /** On a connection of its own for each query. */
  static Sql on(Readers readers, String place) {
    return new Sql(readers::use, place);
  }

  /** Hands on rows as they come; when the connection is lost on the way, that is an error, as some are handed on. */
  void forEach(String query, Use use, Object... parameters) {
    boolean[] begun = new boolean[1];
    Use noting = row -> {
      begun[0] = true;
      use.accept(row);
    };
    use(statements -> {
      if (begun[0]) {
        throw new MetadataStoreException(
            CoreProblem.STORE_IO,
            "The process that had the metadata store in " + place
                + " open ended while it was read. Try again");
      }
      run(statements, query, noting, parameters);
    });
  }

  <T> List<T> list(String query, Mapping<T> mapping, Object... parameters) {
    List<T> found = new ArrayList<>();
    use(statements -> {
      found.clear();
      run(statements, query, row -> found.add(mapping.map(row)), parameters);
    });
    return found;
  }

  private void use(Job job) {
    try {
      connections.use(job);
    } catch (SQLException e) {
      throw StoreErrors.ofStore(e, place);
    }
  }

  <T> Optional<T> first(String query, Mapping<T> mapping, Object... parameters) {
    return list(query, mapping, parameters).stream().findFirst();
  }

  /**
   * Runs a query with {@code %s} in its in-list, in bounded portions. The lists have a power of two of places, the last
   * value repeated, so that the database has few statements to prepare.
   */
  void forEachIn(String query, Collection<?> values, Use use, Object... more) {
    List<?> all = List.copyOf(values);
    for (int from = 0; from < all.size(); from += MOST_IN_LIST) {
      List<?> portion = all.subList(from, Math.min(all.size(), from + MOST_IN_LIST));
      int places = Integer.highestOneBit(portion.size() * 2 - 1);
      List<Object> parameters = new ArrayList<>(portion);
      while (parameters.size() < places) {
        parameters.add(portion.get(portion.size() - 1));
      }
      parameters.addAll(List.of(more));
      String placesText = "?" + ",?".repeat(places - 1);
      forEach(query.formatted(placesText), use, parameters.toArray());
    }
  }

  /** The text as a pattern of {@code like … escape '!'} that matches only itself. */
  static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static void run(Statements statements, String query, Use use, Object[] parameters)
      throws SQLException {
    PreparedStatement statement = statements.take(query);
    boolean done = false;
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          use.accept(row);
        }
      }
      done = true;
    } finally {
      if (done) {
        statements.giveBack(query, statement);
      } else {
        statement.close();
      }
    }
  }
}
