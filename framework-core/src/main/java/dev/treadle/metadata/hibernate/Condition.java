package dev.treadle.metadata.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values of its places. */
record Condition(String sql, List<Object> values) {
  Condition {
    values = List.copyOf(values);
  }

  static Condition of(String sql, Object... values) {
    return new Condition(sql, List.of(values));
  }

  static Condition join(String between, List<Condition> parts) {
    List<Object> values = new ArrayList<>();
    parts.forEach(part -> values.addAll(part.values()));
    return new Condition(
        "(" + String.join(between, parts.stream().map(Condition::sql).toList()) + ")", values);
  }

  Condition and(Condition other) {
    return join(" and ", List.of(this, other));
  }

  /** The values of what comes before it, and its own. */
  Object[] after(Object... before) {
    List<Object> all = new ArrayList<>(List.of(before));
    all.addAll(values);
    return all.toArray();
  }

  /** Its values, and those of what comes after it. */
  Object[] followedBy(Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }

  /** Runs it as a statement of its own. */
  void execute(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
    }
  }

  Condition not() {
    return new Condition("not " + sql, values);
  }
}
