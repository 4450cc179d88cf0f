package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.VersionRef;
import dev.treadle.metadata.VersionUse;
import dev.treadle.metadata.VersionUse.Hold;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What may be given up, and what waits for its deletion. In portions, because H2 gathers a result before its first row. */
final class SweepQueries {
  /** Conditions on a version {@code v}. */
  static final String HAS_ALIAS =
      "exists (select 1 from artifact_alias l where l.version_id = v.id)";

  static final String HAS_KEEP_TAG = "exists (select 1 from tag t where t.holder_id = v.id"
      + " and t.holder_kind = 'VERSION' and t.tag_key = '" + VersionUse.KEEP_TAG + "')";

  // What an open run made or read, and what the newest completed run of its pipeline has: those are
  // its likely hits.
  static final String HELD_BY_RUN =
      "exists (select 1 from edge e join step_run u on u.id = e.step_run_id"
          + " join run o on o.id = u.run_id where e.version_id = v.id and o.deleted_at is null"
          + " and (o.status = 'RUNNING' or o.status = 'COMPLETED' and e.edge_role = 'OUTPUT'"
          + " and exists (select 1 from run g where g.pipeline_id = o.pipeline_id and g.status = 'RUNNING'"
          + " and g.deleted_at is null) and o.run_number = (select max(n.run_number) from run n"
          + " where n.pipeline_id = o.pipeline_id and n.status = 'COMPLETED' and n.deleted_at is null)))";

  static final String IS_USED =
      "exists (select 1 from edge e join step_run u on u.id = e.step_run_id"
          + " join run o on o.id = u.run_id where e.version_id = v.id and o.deleted_at is null"
          + " and (v.step_run_id is null or e.step_run_id <> v.step_run_id))";

  private static final Map<Hold, String> HOLDS = new EnumMap<>(Map.of(
      Hold.ALIAS, HAS_ALIAS, Hold.TAG, HAS_KEEP_TAG, Hold.RUN, HELD_BY_RUN, Hold.USE, IS_USED));
  private static final int PORTION = 4_096;

  private final Sql sql;

  SweepQueries(Sql sql) {
    this.sql = sql;
  }

  void forEachUse(Consumer<VersionUse> consumer) {
    VersionRef[] last = {new VersionRef(new UUID(0, 0), "", 0)};
    VersionRef before;
    do {
      before = last[0];
      sql.forEach(
          "select v.id, a.name, v.version_number, v.manifest_digest, v.size_bytes, v.created_at, "
              + String.join(", ", HOLDS.values())
              + " from artifact a join artifact_version v on v.artifact_id = a.id"
              + " where v.deleted_at is null and v.manifest_digest is not null"
              + " and (a.name > ? or a.name = ? and v.version_number < ?)"
              + " order by a.name, v.version_number desc limit ?",
          row -> {
            VersionUse use = use(row);
            last[0] = use.version();
            consumer.accept(use);
          },
          before.artifact(),
          before.artifact(),
          before.number(),
          PORTION);
    } while (!last[0].equals(before));
  }

  void forEachLog(Consumer<String> consumer) {
    Object[] last = {new UUID(0, 0), -1L};
    boolean[] more = {true};
    while (more[0]) {
      more[0] = false;
      sql.forEach(
          "select t.step_run_id, t.attempt_number, t.log_path from attempt t"
              + " join step_run s on s.id = t.step_run_id join run r on r.id = s.run_id"
              + " where r.deleted_at is null and t.log_path is not null"
              + " and (t.step_run_id > ? or t.step_run_id = ? and t.attempt_number > ?)"
              + " order by t.step_run_id, t.attempt_number limit ?",
          row -> {
            last[0] = row.uuid(1);
            last[1] = row.number(2);
            more[0] = true;
            consumer.accept(row.text(3));
          },
          last[0],
          last[0],
          last[1],
          PORTION);
    }
  }

  List<CondemnedObject> condemned() {
    return sql.list(
        "select object_path, size_bytes, mark, after_run from condemned_object"
            + " where deleting_until is null or deleting_until <= " + LiveStatus.NOW
            + " order by object_path",
        row -> new CondemnedObject(row.text(1), row.number(2), row.uuid(3), row.number(4)));
  }

  long sweeps() {
    return sql.first("select max(sweep_number) from sweep", row -> row.number(1))
        .orElse(0L);
  }

  /** What there is to know before an object is relied on. */
  Standing standing(String object) {
    return sql.list(
            "select coalesce((select max(sweep_number) from sweep), 0),"
                + " exists (select 1 from condemned_object where object_path = ?),"
                + " (select mark from condemned_object where object_path = ?"
                + " and deleting_until is not null)",
            row -> new Standing(row.number(1), row.flag(2), row.uuidOrNull(3)),
            object,
            object)
        .get(0);
  }

  /** @param taker who has taken it for deletion, null when nobody has */
  record Standing(long sweeps, boolean condemned, @Nullable UUID taker) {}

  private static VersionUse use(Row row) throws SQLException {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    int column = 7;
    for (Hold hold : HOLDS.keySet()) {
      if (row.flag(column++)) {
        holds.add(hold);
      }
    }
    return new VersionUse(
        new VersionRef(row.uuid(1), row.text(2), row.number(3)),
        row.text(4),
        row.number(5),
        row.instant(6),
        holds);
  }
}
