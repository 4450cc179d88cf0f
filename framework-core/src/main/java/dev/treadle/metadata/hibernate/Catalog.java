package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.HolderKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the writer needs to know of the store to allot ids and numbers, kept in memory as long as nobody else writes.
 * Includes what is staged and not yet written, so it is forgotten as a whole when a transaction fails.
 */
final class Catalog {
  private static final int MOST_ARTIFACTS = 100_000;
  private static final String RUNS =
      "select r.id, r.status, l.fence, coalesce(l.ended_apart, 0) from run r"
          + " left join run_lease l on l.run_id = r.id where r.deleted_at is null";

  private final Sql sql;
  private final Map<UUID, Long> fences;
  private final Map<String, UUID> pipelines = new HashMap<>();
  private final Set<String> snapshots = new HashSet<>();
  private final Set<String> environments = new HashSet<>();
  private final Map<UUID, OpenRun> runs = new HashMap<>();
  private final Map<String, KnownArtifact> artifacts = new HashMap<>();
  private @Nullable UUID project;
  private long lastRun = -1;
  private long lastStep = -1;
  private long lastEdge = -1;

  /**
   * @param fences of the runs that this writer leads, kept when the connection is lost
   */
  Catalog(Statements statements, Map<UUID, Long> fences) {
    this.sql = Sql.on(statements);
    this.fences = fences;
  }

  Sql sql() {
    return sql;
  }

  /** Forgets all, as after a rollback. */
  void forget() {
    pipelines.clear();
    snapshots.clear();
    environments.clear();
    runs.clear();
    artifacts.clear();
    project = null;
    lastRun = -1;
    lastStep = -1;
    lastEdge = -1;
  }

  /** Forgets what other writers may have changed; call it in a turn. */
  void othersWrote() {
    artifacts.clear();
    lastRun = -1;
    lastStep = -1;
    lastEdge = -1;
    Set<UUID> unchanged = new HashSet<>();
    sql.forEachIn(RUNS + " and r.id in (%s)", runs.keySet(), row -> {
      OpenRun known = runs.get(row.uuid(1));
      OpenRun now = openRun(row);
      if (known != null && known.isAs(now)) {
        unchanged.add(row.uuid(1));
      }
    });
    runs.keySet().retainAll(unchanged);
  }

  /** Drops what is not likely to be asked for again. Only between transactions. */
  void trim() {
    runs.entrySet().removeIf(run -> {
      boolean ended = run.getValue().status().isTerminal();
      if (ended && run.getValue().isLed()) {
        fences.remove(run.getKey());
      }
      return ended;
    });
    if (artifacts.size() > MOST_ARTIFACTS) {
      artifacts.clear();
    }
  }

  @Nullable
  UUID project(String name) {
    if (project == null) {
      project = sql.first("select id from project where name = ?", row -> row.uuid(1), name)
          .orElse(null);
    }
    return project;
  }

  void addProject(UUID id) {
    project = id;
  }

  @Nullable
  UUID pipeline(String name) {
    return pipelines.computeIfAbsent(
        name,
        absent -> sql.first("select id from pipeline where name = ?", row -> row.uuid(1), absent)
            .orElse(null));
  }

  void addPipeline(String name, UUID id) {
    pipelines.put(name, id);
  }

  /** Whether the snapshot must be written; it counts as known from now on. */
  boolean isNewSnapshot(String digest) {
    return snapshots.add(digest)
        && sql.first("select 1 from snapshot where digest = ?", row -> 1, digest)
            .isEmpty();
  }

  /** Whether the environment must be written; it counts as known from now on. */
  boolean isNewEnvironment(String digest) {
    return environments.add(digest)
        && sql.first("select 1 from environment where digest = ?", row -> 1, digest)
            .isEmpty();
  }

  long nextRun() {
    lastRun = lastRun() + 1;
    return lastRun;
  }

  /** The number of the newest run, 0 when there is none. */
  long lastRun() {
    return lastRun < 0 ? max("select max(run_number) from run") : lastRun;
  }

  /** How often objects of the artifact store have been deleted. */
  long sweeps() {
    return max("select max(sweep_number) from sweep");
  }

  long nextStep() {
    lastStep = (lastStep < 0 ? max("select max(seq) from step_run") : lastStep) + 1;
    return lastStep;
  }

  long nextEdge() {
    lastEdge = (lastEdge < 0 ? max("select max(seq) from edge") : lastEdge) + 1;
    return lastEdge;
  }

  /** A new run, which this writer leads. */
  void addRun(UUID id) {
    fences.put(id, 1L);
    runs.put(id, new OpenRun(RunStatus.RUNNING, true, 0));
  }

  /** From now on this writer leads a run. */
  void lead(UUID id, long fence) {
    fences.put(id, fence);
  }

  /** Whether this writer led a run until another took it over. */
  boolean wasTakenOver(UUID id) {
    OpenRun run = run(id);
    return run != null && !run.isLed() && fences.containsKey(id);
  }

  /** An interrupted run could go on, but for its deletion. */
  void removeRun(UUID id) {
    runs.remove(id);
  }

  /** Null when there is no such run, or it was deleted. */
  @Nullable
  OpenRun run(UUID id) {
    return runs.computeIfAbsent(id, this::loadRun);
  }

  /** Looks up in one query what is not known yet of the artifacts with these names. */
  void loadArtifacts(Collection<String> names) {
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      if (!artifacts.containsKey(name)) {
        unknown.add(name);
      }
    }
    sql.forEachIn(
        "select a.name, a.id, v.version_number, v.id, v.external_uri, v.external_pin from artifact a"
            + " join artifact_version v on v.artifact_id = a.id and v.version_number ="
            + " (select max(n.version_number) from artifact_version n where n.artifact_id = a.id)"
            + " where a.name in (%s)",
        unknown,
        row -> artifacts.put(
            row.text(1),
            new KnownArtifact(
                row.uuid(2), row.number(3), row.uuid(4), row.textOrNull(5), row.textOrNull(6))));
  }

  /** Null when no version of it exists; {@link #loadArtifacts} must have been asked for it. */
  @Nullable
  KnownArtifact artifact(String name) {
    return artifacts.get(name);
  }

  void addArtifact(String name, KnownArtifact artifact) {
    artifacts.put(name, artifact);
  }

  /** Whether a step run or a version is there, written and not deleted. */
  boolean isThere(HolderKind kind, UUID id) {
    return switch (kind) {
      case RUN -> run(id) != null;
      case STEP_RUN ->
        isAny(
            "select 1 from step_run s join run r on r.id = s.run_id"
                + " where s.id = ? and r.deleted_at is null",
            id);
      case VERSION ->
        isAny("select 1 from artifact_version where id = ? and deleted_at is null", id);
    };
  }

  /** Whether the query finds something in what is written. */
  boolean isAny(String query, Object... parameters) {
    return sql.first(query, row -> 1, parameters).isPresent();
  }

  private @Nullable OpenRun loadRun(UUID id) {
    OpenRun run = sql.first(RUNS + " and r.id = ?", this::openRun, id).orElse(null);
    if (run != null) {
      sql.forEach(
          "select id, seq, status, attempts from step_run where run_id = ?",
          row -> run.record(
              row.uuid(1),
              row.number(2),
              StepStatus.valueOf(row.text(3)),
              Math.toIntExact(row.number(4))),
          id);
    }
    return run;
  }

  private OpenRun openRun(Row row) throws SQLException {
    Long fence = fences.get(row.uuid(1));
    return new OpenRun(
        RunStatus.valueOf(row.text(2)), fence != null && fence == row.number(3), row.number(4));
  }

  long max(String query) {
    return sql.first(query, row -> row.number(1)).orElse(0L);
  }
}
