package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.HolderKind;
import dev.treadle.metadata.StepDetail;
import dev.treadle.metadata.StepInRun;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Step runs and what hangs on them. */
final class StepQueries {
  private static final String COLUMNS =
      "select s.id, s.run_id, s.step_name, s.map_index, " + LiveStatus.STEP
          + ", s.started_at, s.ended_at, s.attempts,"
          + " s.reason, cr.run_number, a.error_class, a.error_message, a.stack_trace, s.summary";
  private static final String JOINS = " left join step_run c on c.id = s.cached_from"
      + " left join run cr on cr.id = c.run_id"
      + " left join attempt a on a.step_run_id = s.id and a.attempt_number = s.attempts"
      + " and s.status = 'FAILED'";

  private final Sql sql;
  private final CurationQueries curation;

  StepQueries(Sql sql) {
    this.sql = sql;
    this.curation = new CurationQueries(sql);
  }

  List<StepRun> steps(UUID run) {
    return sql.list(
        COLUMNS + " from step_run s" + JOINS
            + " where s.run_id = ? order by coalesce(s.started_at, s.ended_at), s.seq",
        StepQueries::step,
        run);
  }

  Optional<StepDetail> step(UUID id) {
    return sql.first(
            COLUMNS + ", k.key_digest, k.parts_json from step_run s" + JOINS
                + " left join cache_key k on k.step_seq = coalesce(c.seq, s.seq) where s.id = ?",
            row -> {
              String digest = row.textOrNull(15);
              return new StepAndKey(
                  step(row), digest == null ? null : new CacheEntryKey(digest, row.text(16)));
            },
            id)
        .map(found -> new StepDetail(
            found.step(),
            found.key(),
            attempts(id),
            curation.facts(Holder.ofStep(id)),
            curation.tags(HolderKind.STEP_RUN, List.of(id)).getOrDefault(id, Map.of())));
  }

  Map<UUID, StepInRun> inRuns(Collection<UUID> ids) {
    Map<UUID, StepInRun> found = new HashMap<>();
    sql.forEachIn(
        COLUMNS
            + ", r.run_number, p.name, r.deleted_at is not null from step_run s join run r on r.id = s.run_id"
            + " join pipeline p on p.id = r.pipeline_id" + JOINS + " where s.id in (%s)",
        ids,
        row -> found.put(
            row.uuid(1), new StepInRun(step(row), row.number(15), row.text(16), row.flag(17))));
    return found;
  }

  private List<AttemptRecord> attempts(UUID step) {
    return sql.list(
        "select attempt_number, status, started_at, ended_at, error_class, error_message, stack_trace,"
            + " log_path, log_bytes, host from attempt where step_run_id = ? order by attempt_number",
        row -> new AttemptRecord(
            Math.toIntExact(row.number(1)),
            AttemptStatus.valueOf(row.text(2)),
            row.instant(3),
            row.instant(4),
            failure(row, 5),
            row.textOrNull(8),
            row.number(9),
            row.textOrNull(10)),
        step);
  }

  private static StepRun step(Row row) throws SQLException {
    return new StepRun(
        row.uuid(1),
        row.uuid(2),
        row.text(3),
        Math.toIntExact(row.number(4)),
        StepStatus.valueOf(row.text(5)),
        row.instantOrNull(6),
        row.instantOrNull(7),
        Math.toIntExact(row.number(8)),
        row.textOrNull(9),
        row.numberOrNull(10),
        failure(row, 11),
        row.text(14));
  }

  private static @Nullable Failure failure(Row row, int from) throws SQLException {
    String errorClass = row.textOrNull(from);
    return errorClass == null
        ? null
        : new Failure(errorClass, row.text(from + 1), row.text(from + 2));
  }

  private record StepAndKey(StepRun step, @Nullable CacheEntryKey key) {}
}
