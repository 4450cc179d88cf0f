package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deletes runs by statements over sets, so that what counts is what is there when they run.
 *
 * <p>What stays: the run's number, pipeline and times, its steps and edges, its versions' numbers and digests. Steps whose
 * results other runs have taken from the cache keep their metrics, which are shown there; results that are still whole keep
 * their cache key.
 */
final class DeletionSql {
  private static final String RUNS = ":runs";

  private static final String STEPS =
      "(select s.id from step_run s where s.run_id in (" + RUNS + "))";
  private static final String MADE =
      "(select v.id from step_run s join edge e on e.step_run_id = s.id"
          + " join artifact_version v on v.id = e.version_id and v.step_run_id = s.id"
          + " where s.run_id in (" + RUNS + "))";
  private static final String DELETED =
      MADE.substring(0, MADE.length() - 1) + " and v.deleted_at is not null)";
  private static final String TAKEN_BY_OTHERS =
      "(select c.cached_from from step_run c join run o on o.id = c.run_id"
          + " where c.cached_from is not null and o.deleted_at is null)";
  private static final String UNSHARED_STEPS = STEPS + " and step_run_id not in " + TAKEN_BY_OTHERS;

  private static final String END_RUNS =
      "update run set deleted_at = ?, deleted_by = ?, deletion_open = true, params_json = '{}',"
          + " error_text = null where deleted_at is null and id in (" + RUNS + ")";

  private static final String END_UNUSED_VERSIONS =
      "update artifact_version set deleted_at = ?, deleted_by = ?, inline_bytes = null"
          + " where deleted_at is null and id in " + MADE
          + " and id not in (select a.version_id from artifact_alias a)"
          + " and not exists (select 1 from edge e join step_run u on u.id = e.step_run_id"
          + " join run o on o.id = u.run_id"
          + " where e.version_id = artifact_version.id and o.deleted_at is null)";

  private static final List<String> FORGET = List.of(
      "delete from version_preview where version_id in " + DELETED,
      "delete from fact where holder_kind = 'VERSION' and holder_id in " + DELETED,
      "delete from tag where holder_kind = 'VERSION' and holder_id in " + DELETED,
      "delete from cache_key where step_seq in (select s.seq from step_run s where s.run_id in ("
          + RUNS + ") and s.id not in " + TAKEN_BY_OTHERS
          + " and (not exists (select 1 from edge e where e.step_run_id = s.id"
          + " and e.edge_role = 'OUTPUT') or exists (select 1 from edge e"
          + " join artifact_version v on v.id = e.version_id where e.step_run_id = s.id"
          + " and e.edge_role = 'OUTPUT' and v.deleted_at is not null)))",
      "delete from metric_block where step_run_id in " + UNSHARED_STEPS,
      "delete from metric where step_run_id in " + UNSHARED_STEPS,
      "delete from fact where holder_kind = 'STEP_RUN' and holder_id in " + STEPS,
      "delete from tag where holder_kind = 'STEP_RUN' and holder_id in " + STEPS,
      "delete from attempt_claim where step_run_id in " + STEPS,
      "delete from run_param where run_id in (" + RUNS + ")",
      "delete from fact where holder_kind = 'RUN' and holder_id in (" + RUNS + ")",
      "delete from tag where holder_kind = 'RUN' and holder_id in (" + RUNS + ")",
      "delete from note where holder_kind = 'RUN' and holder_id in (" + RUNS + ")");

  private static final List<String> CONCLUDE = List.of(
      "delete from attempt where step_run_id in (select s.id from step_run s join run r"
          + " on r.id = s.run_id where r.deleted_at is not null and r.id in (" + RUNS + "))",
      "update run set deletion_open = false where deletion_open and id in (" + RUNS + ")");

  private static final String END_VERSIONS =
      "update artifact_version v set deleted_at = ?, deleted_by = ?, inline_bytes = null"
          + " where v.deleted_at is null and v.manifest_digest is not null and not "
          + String.join(
              " and not ",
              SweepQueries.HAS_ALIAS,
              SweepQueries.HAS_KEEP_TAG,
              SweepQueries.HELD_BY_RUN);
  // No subqueries over sets in what runs for each version: the database would run them for each
  // row.
  private static final String FORGET_PREVIEWS = "delete from version_preview where exists (select 1"
      + " from artifact_version d where d.id = version_preview.version_id and d.deleted_at is not null)"
      + " and version_id in (%s)";
  // The keys stay, for explanations.
  private static final String NEVER_REUSE = "update cache_key set reusable = false where reusable"
      + " and exists (select 1 from step_run s join edge e on e.step_run_id = s.id"
      + " and e.edge_role = 'OUTPUT' join artifact_version d on d.id = e.version_id"
      + " where s.seq = cache_key.step_seq and d.deleted_at is not null) and step_seq in (%s)";

  private DeletionSql() {}

  /** All runs at once: they do not keep each other's versions. */
  static List<Condition> delete(Change.DeleteRuns change) {
    long at = change.act().at().toEpochMilli();
    List<Condition> statements = new ArrayList<>();
    statements.add(statement(END_RUNS, change.runs(), at, change.act().by()));
    if (change.artifacts() == Artifacts.DELETE_UNUSED) {
      statements.add(
          statement(END_UNUSED_VERSIONS, change.runs(), at, change.act().by()));
    }
    FORGET.forEach(sql -> statements.add(statement(sql, change.runs())));
    return statements;
  }

  /**
   * What is recorded of the versions stays, but for their previews; no step takes them from the cache again.
   *
   * @param makers the steps that made them
   */
  static List<Condition> delete(Change.DeleteVersions change, List<Long> makers) {
    if (change.versions().isEmpty()) {
      return List.of();
    }
    String uses = change.uses() == Uses.KEEP ? " and not " + SweepQueries.IS_USED : "";
    List<Condition> statements = new ArrayList<>();
    statements.add(SweepStager.in(
        END_VERSIONS + uses + " and v.id in (%s)",
        change.versions(),
        change.act().at().toEpochMilli(),
        change.act().by()));
    statements.add(SweepStager.in(FORGET_PREVIEWS, change.versions()));
    if (!makers.isEmpty()) {
      statements.add(SweepStager.in(NEVER_REUSE, makers));
    }
    return statements;
  }

  static List<Condition> conclude(Change.ConcludeDeletion change) {
    return CONCLUDE.stream().map(sql -> statement(sql, change.runs())).toList();
  }

  /** @param first the values of the places before those of the runs */
  private static Condition statement(String sql, List<UUID> runs, Object... first) {
    List<Object> values = new ArrayList<>(List.of(first));
    for (int at = sql.indexOf(RUNS); at >= 0; at = sql.indexOf(RUNS, at + 1)) {
      values.addAll(runs);
    }
    return new Condition(sql.replace(RUNS, "?" + ",?".repeat(runs.size() - 1)), values);
  }
}
