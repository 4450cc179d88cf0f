package dev.treadle.metadata.hibernate;

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

  Condition not() {
    return new Condition("not " + sql, values);
  }
}
