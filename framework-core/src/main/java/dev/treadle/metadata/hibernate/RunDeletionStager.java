package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns the deletion of runs into statements on rows that were looked up before, in the same turn: a database would run
 * subqueries for each row.
 *
 * <p>What stays: the run's number, pipeline and times, its steps and edges, its versions' numbers and digests. Steps whose
 * results other runs have taken from the cache keep their metrics, which are shown there; results that are still whole keep
 * their cache key.
 */
final class RunDeletionStager {
  private static final int PORTION = 1_000;
  private static final String END_RUNS =
      "update run set deleted_at = ?, deleted_by = ?, deletion_open = true, params_json = '{}',"
          + " error_text = null where deleted_at is null and id in (%s)";
  private static final String END_VERSIONS =
      "update artifact_version set deleted_at = ?, deleted_by = ?, inline_bytes = null where id in (%s)";
  private static final List<String> FORGET_VERSIONS = List.of(
      "delete from version_preview where version_id in (%s)",
      "delete from fact where holder_kind = 'VERSION' and holder_id in (%s)",
      "delete from tag where holder_kind = 'VERSION' and holder_id in (%s)");
  private static final List<String> FORGET_STEPS = List.of(
      "delete from fact where holder_kind = 'STEP_RUN' and holder_id in (%s)",
      "delete from tag where holder_kind = 'STEP_RUN' and holder_id in (%s)",
      "delete from attempt_claim where step_run_id in (%s)");
  private static final List<String> FORGET_METRICS = List.of(
      "delete from metric_block where step_run_id in (%s)",
      "delete from metric where step_run_id in (%s)");
  private static final List<String> FORGET_RUNS = List.of(
      "delete from run_param where run_id in (%s)",
      "delete from fact where holder_kind = 'RUN' and holder_id in (%s)",
      "delete from tag where holder_kind = 'RUN' and holder_id in (%s)",
      "delete from note where holder_kind = 'RUN' and holder_id in (%s)");

  private final Sql sql;

  RunDeletionStager(Sql sql) {
    this.sql = sql;
  }

  /** All runs at once: they do not keep each other's versions. */
  void delete(Change.DeleteRuns change, Rows rows) {
    Map<UUID, Long> steps = steps(change.runs());
    Outputs outputs = outputs(steps.keySet());
    if (change.artifacts() == Artifacts.DELETE_UNUSED) {
      outputs.delete(kept(outputs.made, change.runs()));
      stage(END_VERSIONS, outputs.ended, change.act(), rows);
    }
    stage(END_RUNS, change.runs(), change.act(), rows);
    stage(FORGET_VERSIONS, outputs.deleted, rows);
    stage(FORGET_STEPS, steps.keySet(), rows);
    Set<UUID> unshared = new HashSet<>(steps.keySet());
    unshared.removeAll(takenByOthers(Set.copyOf(change.runs())));
    stage(FORGET_METRICS, unshared, rows);
    List<Long> keys =
        unshared.stream().filter(outputs::isNotWhole).map(steps::get).toList();
    stage(List.of("delete from cache_key where step_seq in (%s)"), keys, rows);
    stage(FORGET_RUNS, change.runs(), rows);
  }

  void conclude(Change.ConcludeDeletion change, Rows rows) {
    List<UUID> steps = new ArrayList<>();
    sql.forEachIn(
        "select s.id from step_run s join run r on r.id = s.run_id"
            + " where r.deleted_at is not null and r.id in (%s)",
        change.runs(), row -> steps.add(row.uuid(1)));
    stage(List.of("delete from attempt where step_run_id in (%s)"), steps, rows);
    stage(
        List.of("update run set deletion_open = false where deletion_open and id in (%s)"),
        change.runs(),
        rows);
  }

  /** Ids with sequence numbers. */
  private Map<UUID, Long> steps(Collection<UUID> runs) {
    Map<UUID, Long> steps = new HashMap<>();
    sql.forEachIn(
        "select s.id, s.seq from step_run s where s.run_id in (%s)",
        runs, row -> steps.put(row.uuid(1), row.number(2)));
    return steps;
  }

  private Outputs outputs(Collection<UUID> steps) {
    Outputs outputs = new Outputs();
    sql.forEachIn(
        "select e.step_run_id, e.version_id, e.edge_role = 'OUTPUT',"
            + " v.step_run_id is not null and v.step_run_id = e.step_run_id,"
            + " v.deleted_at is not null from edge e"
            + " join artifact_version v on v.id = e.version_id where e.step_run_id in (%s)",
        steps, row -> {
          if (row.flag(3)) {
            outputs
                .returned
                .computeIfAbsent(row.uuid(1), step -> new HashSet<>())
                .add(row.uuid(2));
          }
          if (row.flag(4) && !row.flag(5)) {
            outputs.made.add(row.uuid(2));
          }
          if (row.flag(5)) {
            (row.flag(4) ? outputs.deleted : outputs.deletedOfOthers).add(row.uuid(2));
          }
        });
    return outputs;
  }

  /** Those that have an alias, or that a run has an edge to which stays. */
  private Set<UUID> kept(Collection<UUID> versions, Collection<UUID> runs) {
    Set<UUID> going = Set.copyOf(runs);
    Set<UUID> kept = new HashSet<>();
    sql.forEachIn(
        "select version_id from artifact_alias where version_id in (%s)",
        versions, row -> kept.add(row.uuid(1)));
    sql.forEachIn(
        "select e.version_id, o.id from edge e join step_run u on u.id = e.step_run_id"
            + " join run o on o.id = u.run_id where o.deleted_at is null and e.version_id in (%s)",
        versions, row -> {
          if (!going.contains(row.uuid(2))) {
            kept.add(row.uuid(1));
          }
        });
    return kept;
  }

  /** Steps whose results are those of a step of a run that stays. In portions, as there is no index to ask. */
  private Set<UUID> takenByOthers(Set<UUID> runs) {
    Set<UUID> taken = new HashSet<>();
    long[] last = {0, 0};
    do {
      last[1] = last[0];
      sql.forEach(
          "select c.seq, c.cached_from, c.run_id, o.deleted_at is null from step_run c"
              + " left join run o on o.id = c.run_id"
              + " where c.seq > ? and c.cached_from is not null order by c.seq limit ?",
          row -> {
            last[0] = row.number(1);
            if (row.flag(4) && !runs.contains(row.uuid(3))) {
              taken.add(row.uuid(2));
            }
          },
          last[0],
          PORTION);
    } while (last[0] > last[1]);
    return taken;
  }

  private static void stage(List<String> statements, Collection<?> listed, Rows rows) {
    portions(listed)
        .forEach(
            portion -> statements.forEach(sql -> rows.changes.add(SweepStager.in(sql, portion))));
  }

  private static void stage(String statement, Collection<?> listed, Act act, Rows rows) {
    portions(listed)
        .forEach(portion -> rows.changes.add(
            SweepStager.in(statement, portion, act.at().toEpochMilli(), act.by())));
  }

  private static List<List<?>> portions(Collection<?> listed) {
    List<?> all = List.copyOf(listed);
    List<List<?>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PORTION) {
      portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
    }
    return portions;
  }

  /** What steps have made or taken from the cache. */
  private static final class Outputs {
    final Map<UUID, Set<UUID>> returned = new HashMap<>();
    final Set<UUID> made = new HashSet<>();
    final Set<UUID> ended = new HashSet<>();
    final Set<UUID> deleted = new HashSet<>();
    final Set<UUID> deletedOfOthers = new HashSet<>();

    void delete(Set<UUID> kept) {
      ended.addAll(made);
      ended.removeAll(kept);
      deleted.addAll(ended);
    }

    /** Whether a step has returned nothing, or something that is deleted. */
    boolean isNotWhole(UUID step) {
      Set<UUID> its = returned.getOrDefault(step, Set.of());
      return its.isEmpty()
          || its.stream()
              .anyMatch(version -> deleted.contains(version) || deletedOfOthers.contains(version));
    }
  }
}
