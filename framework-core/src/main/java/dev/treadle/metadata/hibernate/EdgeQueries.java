package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.metadata.Edge;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Edges in the order of their making. */
final class EdgeQueries {
  private static final String SELECT =
      "select seq, step_run_id, version_id, edge_role, name from edge";
  private static final int PORTION = 65_536;

  private final Sql sql;

  EdgeQueries(Sql sql) {
    this.sql = sql;
  }

  List<Edge> ofSteps(Collection<UUID> steps) {
    List<Edge> found = new ArrayList<>();
    sql.forEachIn(
        SELECT + " where step_run_id in (%s) order by seq", steps, row -> found.add(edge(row)));
    return found;
  }

  List<Edge> ofVersions(Collection<UUID> versions) {
    List<Edge> found = new ArrayList<>();
    sql.forEachIn(
        SELECT + " where version_id in (%s) order by seq", versions, row -> found.add(edge(row)));
    return found;
  }

  /** In portions, because H2 gathers a result before it gives the first row. */
  long forEach(long after, Consumer<Edge> consumer) {
    long[] last = {after};
    long before;
    do {
      before = last[0];
      sql.forEach(
          SELECT + " where seq > ? order by seq limit ?",
          row -> {
            consumer.accept(edge(row));
            last[0] = row.number(1);
          },
          before,
          PORTION);
    } while (last[0] > before);
    return before;
  }

  private static Edge edge(Row row) throws SQLException {
    return new Edge(row.uuid(2), row.uuid(3), EdgeRole.valueOf(row.text(4)), row.text(5));
  }
}
