package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.VersionRef;
import dev.treadle.metadata.VersionUse;
import dev.treadle.metadata.VersionUse.Hold;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be given up, and what waits for its deletion. In portions, because H2 gathers a result before its first row. */
final class SweepQueries {
  /** Conditions on a version {@code v}. */
  static final String HAS_ALIAS =
      "exists (select 1 from artifact_alias l where l.version_id = v.id)";

  static final String HAS_KEEP_TAG = "exists (select 1 from tag t where t.holder_id = v.id"
      + " and t.holder_kind = 'VERSION' and t.tag_key = '" + VersionUse.KEEP_TAG + "')";

  static final String IS_USED =
      "exists (select 1 from edge e join step_run u on u.id = e.step_run_id"
          + " join run o on o.id = u.run_id where e.version_id = v.id and o.deleted_at is null"
          + " and (v.step_run_id is null or e.step_run_id <> v.step_run_id))";

  /** Those that are open, and the newest of their pipelines that completed as a whole, whose results are the likely hits. */
  private static final String HOLDING_RUNS =
      "select r.id, r.status = 'RUNNING' from run r join (select g.pipeline_id, (select max(n.run_number)"
          + " from run n where n.pipeline_id = g.pipeline_id and n.status = 'COMPLETED'"
          + " and n.selection_json is null and n.deleted_at is null) as likely from run g where g.status = 'RUNNING'"
          + " and g.deleted_at is null group by g.pipeline_id) o on o.pipeline_id = r.pipeline_id"
          + " where r.deleted_at is null and (r.status = 'RUNNING' or r.run_number = o.likely)";

  private static final String USE =
      "select v.id, a.name, v.version_number, v.manifest_digest, v.size_bytes, v.created_at, "
          + String.join(", ", HAS_ALIAS, HAS_KEEP_TAG, IS_USED, "%s")
          + " from artifact_version v left join artifact a on a.id = v.artifact_id"
          + " where v.artifact_id = ? and v.version_number < ?"
          + " and v.deleted_at is null and v.manifest_digest is not null"
          + " order by v.artifact_id desc, v.version_number desc limit ?";
  /** In the order of the columns. */
  private static final List<Hold> HOLDS = List.of(Hold.ALIAS, Hold.TAG, Hold.USE, Hold.RUN);

  private static final int PORTION = 4_096;

  private final Sql sql;

  SweepQueries(Sql sql) {
    this.sql = sql;
  }

  /** Artifact by artifact, as the database would sort all versions for each portion. */
  void forEachUse(Consumer<VersionUse> consumer) {
    Condition held = heldByRun(sql);
    String query = USE.formatted(held.sql());
    List<UUID> artifacts = sql.list("select id from artifact order by name", row -> row.uuid(1));
    for (UUID artifact : artifacts) {
      long[] last = {Long.MAX_VALUE};
      long before;
      do {
        before = last[0];
        sql.forEach(
            query,
            row -> {
              VersionUse use = use(row);
              last[0] = use.version().number();
              consumer.accept(use);
            },
            held.followedBy(artifact, before, PORTION));
      } while (last[0] < before);
    }
  }

  /**
   * Whether a version {@code v} is held by a run that has not ended: as a condition on the runs that are there now, because the
   * database would look for them again for each version.
   */
  static Condition heldByRun(Sql sql) {
    List<UUID> open = new ArrayList<>();
    List<UUID> likely = new ArrayList<>();
    sql.forEach(HOLDING_RUNS, row -> (row.flag(2) ? open : likely).add(row.uuid(1)));
    if (open.isEmpty()) {
      return Condition.of("false");
    }
    // The role is told by the second alone.
    return Condition.join(
        " or ", List.of(ofRuns("", open), ofRuns(" and e.edge_role = 'OUTPUT'", likely)));
  }

  private static Condition ofRuns(String role, List<UUID> runs) {
    return runs.isEmpty()
        ? Condition.of("false")
        : SweepStager.in(
            "exists (select 1 from edge e join step_run u on u.id = e.step_run_id"
                + " where e.version_id = v.id" + role + " and u.run_id in (%s))",
            runs);
  }

  void forEachLog(Consumer<String> consumer) {
    Object[] last = {new UUID(0, 0), -1L};
    boolean[] more = {true};
    while (more[0]) {
      more[0] = false;
      sql.forEach(
          "select t.step_run_id, t.attempt_number, t.log_path from attempt t"
              + " left join step_run s on s.id = t.step_run_id left join run r on r.id = s.run_id"
              + " where r.deleted_at is null and t.log_path is not null"
              // The first condition is for the index.
              + " and t.step_run_id >= ? and (t.step_run_id > ? or t.step_run_id = ? and t.attempt_number > ?)"
              + " order by t.step_run_id, t.attempt_number limit ?",
          row -> {
            last[0] = row.uuid(1);
            last[1] = row.number(2);
            more[0] = true;
            consumer.accept(row.text(3));
          },
          last[0],
          last[0],
          last[0],
          last[1],
          PORTION);
    }
  }

  List<CondemnedObject> condemned() {
    return condemned(SweepStager.NOT_BEING_DELETED);
  }

  List<CondemnedObject> beingDeleted() {
    return condemned("deleting_until > " + LiveStatus.NOW);
  }

  private List<CondemnedObject> condemned(String which) {
    return sql.list(
        "select object_path, size_bytes, mark, after_run from condemned_object where " + which
            + " order by object_path",
        row -> new CondemnedObject(row.text(1), row.number(2), row.uuid(3), row.number(4)));
  }

  long sweeps() {
    return sql.first("select max(sweep_number) from sweep", row -> row.number(1))
        .orElse(0L);
  }

  /** What there is to know before objects are relied on; of the sweeps, those that were there before the rest was looked up. */
  Standing standing(Collection<String> objects) {
    long[] sweeps = {Long.MAX_VALUE};
    Map<String, Optional<UUID>> condemned = new HashMap<>();
    sql.forEachIn(
        "select s.sweeps, o.object_path, case when o.deleting_until is not null then o.mark end"
            + " from (select coalesce(max(sweep_number), 0) as sweeps from sweep) s"
            + " left join condemned_object o on o.object_path in (%s)",
        objects, row -> {
          sweeps[0] = Math.min(sweeps[0], row.number(1));
          String path = row.textOrNull(2);
          if (path != null) {
            condemned.put(path, Optional.ofNullable(row.uuidOrNull(3)));
          }
        });
    return new Standing(sweeps[0], condemned);
  }

  /** @param condemned paths of those that are, with who has taken them for deletion if anybody has */
  record Standing(long sweeps, Map<String, Optional<UUID>> condemned) {
    Stream<UUID> takers() {
      return condemned.values().stream().flatMap(Optional::stream);
    }

    /** Some of those of whose taker that is true. */
    Set<String> paths(Predicate<Optional<UUID>> taker) {
      return condemned.entrySet().stream()
          .filter(each -> taker.test(each.getValue()))
          .map(Map.Entry::getKey)
          .limit(PORTION)
          .collect(Collectors.toSet());
    }
  }

  private static VersionUse use(Row row) throws SQLException {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    for (int i = 0; i < HOLDS.size(); i++) {
      if (row.flag(7 + i)) {
        holds.add(HOLDS.get(i));
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
