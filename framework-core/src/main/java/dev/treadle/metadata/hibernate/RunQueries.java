package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.HolderKind;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.RunParameter;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.Order;
import dev.treadle.query.RunQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs, with tags and step counts: those of ended runs are stored with the run, those of others are counted. */
final class RunQueries {
  private static final String SELECT = "select r.id, r.run_number, p.name, " + LiveStatus.RUN
      + ", r.started_at, r.ended_at, r.params_json, r.seed,"
      + " r.stack_name, r.started_by, r.host, r.error_text, r.step_counts, r.selection_json"
      + " from run r join pipeline p on p.id = r.pipeline_id where r.deleted_at is null and ";

  private final Sql sql;
  private final CurationQueries curation;

  RunQueries(Sql sql) {
    this.sql = sql;
    this.curation = new CurationQueries(sql);
  }

  List<PipelineRun> runs(RunFilter filter) {
    StringBuilder query = new StringBuilder(SELECT).append("r.run_number < ?");
    List<Object> parameters = new ArrayList<>();
    parameters.add(filter.beforeNumber());
    filter.pipeline().ifPresent(name -> {
      query.append(" and r.pipeline_id = (select n.id from pipeline n where n.name = ?)");
      parameters.add(name);
    });
    filter.status().ifPresent(status -> {
      Condition condition = LiveStatus.is(status.name());
      query.append(" and ").append(condition.sql());
      parameters.addAll(condition.values());
    });
    if (filter.wholeOnly()) {
      query.append(" and r.selection_json is null");
    }
    parameters.add(filter.limit());
    return read(
        query.append(" order by r.run_number desc limit ?").toString(), parameters.toArray());
  }

  List<PipelineRun> runs(RunQuery asked) {
    String key = switch (asked.key()) {
      case RUN -> "r.run_number";
      case STARTED -> "r.started_at";
      case TOOK -> "coalesce(r.ended_at - r.started_at, " + Long.MAX_VALUE + ")";
    };
    boolean descending = asked.order() == Order.DESCENDING;
    Condition where = new FilterSql(FilterTarget.RUNS).of(asked.where());
    if (asked.after().isPresent()) {
      RunQuery.Position after = asked.after().get();
      where = where.and(Condition.of(
          "(" + key + (descending ? " < ?" : " > ?") + " or " + key + " = ? and r.run_number < ?)",
          after.key(),
          after.key(),
          after.number()));
    }
    List<Object> parameters = new ArrayList<>(where.values());
    parameters.add(asked.limit());
    return read(
        SELECT + where.sql() + " order by " + key + (descending ? " desc" : " asc")
            + ", r.run_number desc limit ?",
        parameters.toArray());
  }

  List<RunParameter> parameters(UUID run) {
    return sql.list(
        "select param_key, param_text, param_number, changed from run_param where run_id = ?"
            + " order by param_key",
        row -> new RunParameter(row.text(1), row.text(2), row.decimalOrNull(3), row.flag(4)),
        run);
  }

  List<PipelineRun> open() {
    return read(SELECT + "r.status = 'RUNNING' order by r.run_number");
  }

  Optional<PipelineRun> run(UUID id) {
    return read(SELECT + "r.id = ?", id).stream().findFirst();
  }

  Optional<PipelineRun> runByNumber(long number) {
    return read(SELECT + "r.run_number = ?", number).stream().findFirst();
  }

  String snapshot(UUID run) {
    return text(
        run, "select s.graph_json from run r join snapshot s on s.digest = r.snapshot_digest");
  }

  String environment(UUID run) {
    return text(
        run,
        "select e.environment_json from run r join environment e on e.digest = r.environment_digest");
  }

  private String text(UUID run, String query) {
    return sql.first(query + " where r.id = ?", row -> row.text(1), run)
        .orElseThrow(() -> new MetadataStoreException(
            CoreProblem.RUN_NOT_FOUND, "There is no run with the id " + run));
  }

  private List<PipelineRun> read(String query, Object... parameters) {
    List<Found> found = sql.list(query, Found::of, parameters);
    if (found.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = found.stream().map(Found::id).toList();
    Map<UUID, Map<String, String>> tags = curation.tags(HolderKind.RUN, ids);
    Map<UUID, String> notes = curation.notes(HolderKind.RUN, ids);
    Map<UUID, Map<StepStatus, Integer>> counts = counts(
        found.stream().filter(run -> run.stepCounts() == null).map(Found::id).toList());
    return found.stream()
        .map(run -> run.with(counts, tags, notes.get(run.id())))
        .toList();
  }

  private Map<UUID, Map<StepStatus, Integer>> counts(List<UUID> runs) {
    Map<UUID, Map<StepStatus, Integer>> counts = new HashMap<>();
    sql.forEachIn(
        "select c.run_id, c.status, count(*) from (select s.run_id, " + LiveStatus.STEP
            + " as status from step_run s where s.run_id in (%s)) c group by c.run_id, c.status",
        runs,
        row -> counts
            .computeIfAbsent(row.uuid(1), run -> new EnumMap<>(StepStatus.class))
            .put(StepStatus.valueOf(row.text(2)), Math.toIntExact(row.number(3))));
    return counts;
  }

  private record Found(
      UUID id,
      long number,
      String pipeline,
      RunStatus status,
      Instant startedAt,
      @Nullable Instant endedAt,
      String paramsJson,
      long seed,
      String stack,
      String user,
      String host,
      @Nullable String error,
      @Nullable String stepCounts,
      @Nullable String selectionJson) {

    static Found of(Row row) throws SQLException {
      return new Found(
          row.uuid(1),
          row.number(2),
          row.text(3),
          RunStatus.valueOf(row.text(4)),
          row.instant(5),
          row.instantOrNull(6),
          row.text(7),
          row.number(8),
          row.text(9),
          row.text(10),
          row.text(11),
          row.textOrNull(12),
          row.textOrNull(13),
          row.textOrNull(14));
    }

    PipelineRun with(
        Map<UUID, Map<StepStatus, Integer>> counts,
        Map<UUID, Map<String, String>> tags,
        @Nullable String note) {
      Map<StepStatus, Integer> steps =
          stepCounts != null ? OpenRun.parseCounts(stepCounts) : counts.getOrDefault(id, Map.of());
      return new PipelineRun(
          id,
          number,
          pipeline,
          status,
          startedAt,
          endedAt,
          paramsJson,
          seed,
          stack,
          user,
          host,
          steps,
          error,
          tags.getOrDefault(id, Map.of()),
          note,
          SelectionJson.read(selectionJson));
    }
  }
}
