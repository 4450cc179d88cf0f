package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.DeletedRun;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** What is deleted, what could be, and what is stored. */
final class DeletionQueries {
  private static final int PORTION = 4_096;
  private static final String DELETED =
      "select r.id, r.run_number, p.name, r.deleted_by, r.deleted_at from run r"
          + " join pipeline p on p.id = r.pipeline_id where r.deleted_at is not null";
  private static final String MANIFEST =
      "select v.id, a.name, v.version_number, v.manifest_digest, v.manifest_json, v.size_bytes,"
          + " coalesce(octet_length(v.inline_bytes), 0)"
          // Left: the versions are to come first, in the order of their key.
          + " from artifact_version v left join artifact a on a.id = v.artifact_id";
  // Over the edges, which have an index by step: a version's step has none.
  private static final String MADE_BY_RUNS =
      " join edge e on e.version_id = v.id and e.step_run_id = v.step_run_id"
          + " join step_run m on m.id = e.step_run_id where m.run_id in (%s)";

  private final Sql sql;
  private final VersionReader versions;

  DeletionQueries(Sql sql) {
    this.sql = sql;
    this.versions = new VersionReader(sql);
  }

  Optional<DeletedRun> deletedRun(long number) {
    return sql.first(DELETED + " and r.run_number = ?", DeletionQueries::deleted, number);
  }

  List<DeletedRun> openDeletions() {
    return sql.list(
        DELETED + " and r.deletion_open order by r.run_number", DeletionQueries::deleted);
  }

  List<ArtifactVersion> made(Collection<UUID> runs) {
    return byName(
        versions.listIn(VersionReader.SELECT + MADE_BY_RUNS + " and v.deleted_at is null", runs));
  }

  List<ArtifactVersion> deletedOutputs(UUID run) {
    return byName(versions.list(
        VersionReader.SELECT + " join edge e on e.version_id = v.id and e.edge_role = 'OUTPUT'"
            + " join step_run m on m.id = e.step_run_id"
            + " where m.run_id = ? and v.deleted_at is not null",
        run));
  }

  private static List<ArtifactVersion> byName(List<ArtifactVersion> versions) {
    return versions.stream()
        .distinct()
        .sorted(
            Comparator.comparing(ArtifactVersion::artifact).thenComparing(ArtifactVersion::number))
        .toList();
  }

  Map<UUID, SortedSet<Long>> uses(Collection<UUID> ids) {
    Map<UUID, SortedSet<Long>> runs = new HashMap<>();
    sql.forEachIn(
        "select distinct e.version_id, r.run_number from edge e join step_run s on s.id = e.step_run_id"
            + " join run r on r.id = s.run_id where e.version_id in (%s) and r.deleted_at is null",
        ids, row -> runs.computeIfAbsent(row.uuid(1), id -> new TreeSet<>()).add(row.number(2)));
    return runs;
  }

  List<String> logs(Collection<UUID> runs) {
    List<String> paths = new ArrayList<>();
    sql.forEachIn(
        "select t.log_path from attempt t join step_run s on s.id = t.step_run_id"
            + " where t.log_path is not null and s.run_id in (%s)",
        runs, row -> paths.add(row.text(1)));
    return paths;
  }

  List<StoredManifest> manifestsOfDeleted(Collection<UUID> runs) {
    List<StoredManifest> found = new ArrayList<>();
    sql.forEachIn(
        MANIFEST + MADE_BY_RUNS + " and v.deleted_at is not null",
        runs,
        row -> found.add(manifest(row)));
    return found;
  }

  /** In portions, because H2 gathers a result before it gives the first row. */
  void forEachManifest(Filter where, Consumer<StoredManifest> consumer) {
    Condition condition = new FilterSql(FilterTarget.ARTIFACTS).of(where);
    String query =
        MANIFEST + (where.equals(Filter.all()) ? "" : VersionReader.PRODUCER) + " where v.id > ?"
            + " and v.deleted_at is null and v.manifest_digest is not null and " + condition.sql()
            + " order by v.id limit ?";
    UUID[] last = {new UUID(0, 0)};
    UUID before;
    do {
      before = last[0];
      List<Object> values = new ArrayList<>(List.of(before));
      values.addAll(condition.values());
      values.add(PORTION);
      sql.forEach(
          query,
          row -> {
            StoredManifest manifest = manifest(row);
            last[0] = manifest.version().id();
            consumer.accept(manifest);
          },
          values.toArray());
    } while (!last[0].equals(before));
  }

  private static DeletedRun deleted(Row row) throws SQLException {
    return new DeletedRun(
        row.uuid(1), row.number(2), row.text(3), new Act(row.text(4), row.instant(5)));
  }

  private static StoredManifest manifest(Row row) throws SQLException {
    return new StoredManifest(
        new VersionRef(row.uuid(1), row.text(2), row.number(3)),
        row.text(4),
        row.text(5),
        row.number(6),
        row.number(7));
  }
}
