package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetricPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Metrics: last points from their rows, series from packed blocks. */
final class MetricQueries {
  private final Sql sql;

  MetricQueries(Sql sql) {
    this.sql = sql;
  }

  Map<UUID, List<MetricPoint>> last(UUID run) {
    Map<UUID, List<MetricPoint>> found = new LinkedHashMap<>();
    sql.forEach(
        "select m.step_run_id, m.metric_name, m.last_step, m.last_bits, m.last_at from step_run s"
            + " join metric m on m.step_run_id = s.id where s.run_id = ?"
            + " order by s.seq, m.metric_name",
        row -> found
            .computeIfAbsent(row.uuid(1), step -> new ArrayList<>())
            .add(new MetricPoint(
                row.text(2),
                row.number(3),
                Double.longBitsToDouble(row.number(4)),
                row.instant(5))),
        run);
    return found;
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
