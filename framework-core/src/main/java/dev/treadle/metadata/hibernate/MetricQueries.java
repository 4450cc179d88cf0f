package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RunMetric;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Metrics: last points from their rows, series from packed blocks. */
final class MetricQueries {
  /** A cached step has the metrics of the one whose result it took. */
  private static final String LAST =
      "m.metric_name, m.last_step, m.last_bits, m.last_at from step_run s"
          + " join metric m on m.step_run_id = coalesce(s.cached_from, s.id)";

  private final Sql sql;

  MetricQueries(Sql sql) {
    this.sql = sql;
  }

  Map<UUID, List<MetricPoint>> last(UUID run) {
    Map<UUID, List<MetricPoint>> found = new LinkedHashMap<>();
    sql.forEach(
        "select s.id, " + LAST + " where s.run_id = ? order by s.seq, m.metric_name",
        row -> found.computeIfAbsent(row.uuid(1), step -> new ArrayList<>()).add(point(row, 2)),
        run);
    return found;
  }

  Map<UUID, List<RunMetric>> ofRuns(Collection<UUID> runs) {
    Map<UUID, List<RunMetric>> found = new HashMap<>();
    sql.forEachIn(
        "select s.run_id, s.step_name, " + LAST + " where s.run_id in (%s) and s.map_index < 0"
            + " order by s.seq, m.metric_name",
        runs,
        row -> found
            .computeIfAbsent(row.uuid(1), run -> new ArrayList<>())
            .add(new RunMetric(row.text(2), point(row, 3))));
    return found;
  }

  private static MetricPoint point(Row row, int column) throws SQLException {
    return new MetricPoint(
        row.text(column),
        row.number(column + 1),
        Double.longBitsToDouble(row.number(column + 2)),
        row.instant(column + 3));
  }

  List<MetricPoint> points(UUID step, String metric, long offset, int limit) {
    List<MetricPoint> found = new ArrayList<>();
    sql.forEach(
        "select first_point, packed from metric_block where step_run_id = ? and metric_name = ?"
            + " and first_point < ? and first_point + points > ? order by first_point",
        row -> {
          List<MetricPoint> block = PackedPoints.unpack(metric, row.bytes(2));
          int from = (int) Math.max(0, offset - row.number(1));
          int to = Math.min(block.size() - from, limit - found.size()) + from;
          found.addAll(block.subList(from, to));
        },
        step,
        metric,
        saturatedSum(offset, limit),
        offset);
    return found;
  }

  private static long saturatedSum(long offset, int limit) {
    return offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit;
  }
}
