package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.CacheEntry.CachedOutput;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.metadata.KeyOfStep;
import dev.treadle.metadata.VersionContent;
import dev.treadle.metadata.VersionRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reusable results and cache keys. Two queries for any number of entries: the steps, then their outputs. */
final class CacheQueries {
  private static final String ENTRY = "select k.key_digest, s.id, r.run_number, s.summary, s.seq";
  private static final String OUTPUT =
      "select e.step_run_id, e.name, v.id, a.name, v.version_number,"
          + " v.manifest_digest, v.content_digest, v.manifest_json, v.inline_bytes, v.size_bytes,"
          + " v.declared_type, v.materializer, v.format_version, v.summary";
  private static final String OF_EDGE =
      " join artifact_version v on v.id = e.version_id join artifact a on a.id = v.artifact_id";
  /** The steps that computed the results of a run, here or in an earlier one. */
  private static final String COMPUTED =
      "(select distinct coalesce(u.cached_from, u.id) as id from step_run u where u.run_id = ?)";
  /** The key of a step is stored with the one that computed its result. */
  private static final String KEY = " left join step_run c on c.id = s.cached_from"
      + " join cache_key k on k.step_seq = coalesce(c.seq, s.seq)";

  private final Sql sql;

  CacheQueries(Sql sql) {
    this.sql = sql;
  }

  Map<String, CacheEntry> entries(Collection<String> digests) {
    Map<String, Found> newest = new HashMap<>();
    sql.forEachIn(
        ENTRY + " from cache_key k join step_run s on s.seq = k.step_seq"
            + " join run r on r.id = s.run_id where k.key_digest in (%s) and k.reusable",
        digests,
        row -> newest.merge(row.text(1), Found.of(row), Found::newer));
    return withOutputs(newest, outputs(newest.values().stream().map(Found::step).toList()));
  }

  Map<String, CacheEntry> entriesOfNewestRun(String pipeline) {
    // By itself, as the database would look for the run again for each row.
    return sql.first(
            "select n.id from run n where n.status = 'COMPLETED' and n.selection_json is null and n.deleted_at is null"
                + " and n.pipeline_id = (select p.id from pipeline p where p.name = ?)"
                + " order by n.run_number desc limit 1",
            row -> row.uuid(1),
            pipeline)
        .map(this::entriesOf)
        .orElse(Map.of());
  }

  private Map<String, CacheEntry> entriesOf(UUID run) {
    Map<String, Found> newest = new HashMap<>();
    sql.forEach(
        ENTRY + " from " + COMPUTED + " c join step_run s on s.id = c.id"
            + " join cache_key k on k.step_seq = s.seq join run r on r.id = s.run_id where k.reusable",
        row -> newest.merge(row.text(1), Found.of(row), Found::newer),
        run);
    Map<UUID, List<CachedOutput>> outputs = new HashMap<>();
    sql.forEach(
        OUTPUT + " from " + COMPUTED + " c join edge e on e.step_run_id = c.id" + OF_EDGE
            + " where e.edge_role = ? order by e.seq",
        row -> add(row, outputs),
        run,
        EdgeRole.OUTPUT.name());
    return withOutputs(newest, outputs);
  }

  List<KeyOfStep> earlierKeys(String pipeline, String step, int limit) {
    return sql.list(
        "select s.id, r.run_number, k.key_digest, k.parts_json from run r"
            + " join step_run s on s.run_id = r.id and s.step_name = ?"
            + KEY
            + " where r.deleted_at is null"
            + " and r.pipeline_id = (select p.id from pipeline p where p.name = ?)"
            + " order by r.run_number desc, s.seq desc limit ?",
        row ->
            new KeyOfStep(row.uuid(1), row.number(2), new CacheEntryKey(row.text(3), row.text(4))),
        step,
        pipeline,
        limit);
  }

  Map<String, List<KeyOfStep>> newestKeys(String pipeline) {
    Map<String, List<KeyOfStep>> keys = new HashMap<>();
    sql.forEach(
        "select s.step_name, s.id, r.run_number, k.key_digest, k.parts_json from (select n.id, n.run_number"
            + " from run n where n.ended_at is not null and n.deleted_at is null"
            + " and n.pipeline_id = (select p.id from pipeline p where p.name = ?)"
            + " order by n.run_number desc limit 3) r"
            + " join step_run s on s.run_id = r.id" + KEY
            + " order by r.run_number desc, s.seq",
        row -> keys.computeIfAbsent(row.text(1), step -> new ArrayList<>())
            .add(new KeyOfStep(
                row.uuid(2), row.number(3), new CacheEntryKey(row.text(4), row.text(5)))),
        pipeline);
    return keys;
  }

  Map<UUID, List<CachedOutput>> outputs(Collection<UUID> steps) {
    Map<UUID, List<CachedOutput>> outputs = new HashMap<>();
    sql.forEachIn(
        OUTPUT + " from edge e" + OF_EDGE
            + " where e.step_run_id in (%s) and e.edge_role = ? order by e.seq",
        steps,
        row -> add(row, outputs),
        EdgeRole.OUTPUT.name());
    return outputs;
  }

  Map<UUID, UUID> computedBy(Collection<UUID> steps) {
    Map<UUID, UUID> computedBy = new HashMap<>();
    sql.forEachIn(
        "select s.id, coalesce(s.cached_from, s.id) from step_run s where s.id in (%s)",
        steps, row -> computedBy.put(row.uuid(1), row.uuid(2)));
    return computedBy;
  }

  private static Map<String, CacheEntry> withOutputs(
      Map<String, Found> found, Map<UUID, List<CachedOutput>> outputs) {
    Map<String, CacheEntry> entries = new HashMap<>();
    found.forEach((digest, entry) -> entries.put(
        digest,
        new CacheEntry(
            digest,
            entry.step(),
            entry.run(),
            entry.summary(),
            outputs.getOrDefault(entry.step(), List.of()))));
    return entries;
  }

  private static void add(Row row, Map<UUID, List<CachedOutput>> outputs) throws SQLException {
    outputs.computeIfAbsent(row.uuid(1), step -> new ArrayList<>()).add(output(row));
  }

  private static CachedOutput output(Row row) throws SQLException {
    return new CachedOutput(
        row.text(2),
        new VersionRef(row.uuid(3), row.text(4), row.number(5)),
        new VersionContent(
            row.text(6),
            row.text(7),
            row.text(8),
            row.bytesOrNull(9),
            row.number(10),
            row.text(11),
            row.text(12),
            Math.toIntExact(row.number(13)),
            row.text(14),
            null,
            null));
  }

  private record Found(UUID step, long run, String summary, long seq) {
    static Found of(Row row) throws SQLException {
      return new Found(row.uuid(2), row.number(3), row.text(4), row.number(5));
    }

    Found newer(Found other) {
      return seq >= other.seq ? this : other;
    }
  }
}
