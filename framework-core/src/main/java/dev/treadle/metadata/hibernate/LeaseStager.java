package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.TakeOver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what is said of who leads a run into statements. */
final class LeaseStager {
  private static final String FROM_NOW = LiveStatus.NOW + " + ?";

  private final Catalog catalog;
  private final Lapses lapses;

  LeaseStager(Catalog catalog, Lapses lapses) {
    this.catalog = catalog;
    this.lapses = lapses;
  }

  /** Gives a new run its first lease. */
  void first(UUID run, Rows rows) {
    add(
        rows,
        "insert into run_lease (run_id, fence, until_at) values (?, 1, " + FROM_NOW + ")",
        run,
        Lease.LENGTH.toMillis());
  }

  Lease renew(RenewLease unit, Rows rows) {
    OpenRun run = catalog.run(unit.run());
    if (run == null || !run.isLed()) {
      throw notLed(unit.run(), "its lease is not renewed");
    }
    if (unit.length().isZero()) {
      add(rows, "update run_lease set until_at = ? where run_id = ?", Lapses.GIVEN_UP, unit.run());
    } else {
      add(
          rows,
          "update run_lease set until_at = " + FROM_NOW + " where run_id = ?",
          unit.length().toMillis(),
          unit.run());
    }
    return new Lease(Optional.ofNullable(stored(unit.run()).cancel()));
  }

  void takeOver(TakeOver unit, Rows rows) {
    OpenRun run = catalog.run(unit.run());
    if (run == null) {
      throw new MetadataStoreException(
          CoreProblem.RUN_NOT_FOUND, "There is no run " + unit.run() + " to take over");
    }
    Stored stored = stored(unit.run());
    if (run.status() == RunStatus.COMPLETED) {
      throw state("The run " + unit.run() + " has completed. Run the pipeline again");
    }
    if (run.status() == RunStatus.RUNNING && goesOn(unit.run(), stored)) {
      throw state(
          "The run " + unit.run() + " goes on in another process. Cancel it or wait for its end");
    }
    Failpoints.hit("lease.beforeTakingOver");
    long fence = stored.fence() + 1;
    if (stored.fence() == 0) {
      first(unit.run(), rows);
    } else {
      add(
          rows,
          "update run_lease set fence = ?, until_at = " + FROM_NOW
              + ", cancel_by = null, cancel_reason = null where run_id = ?",
          fence,
          Lease.LENGTH.toMillis(),
          unit.run());
    }
    add(
        rows,
        "update run set status = 'RUNNING', ended_at = null, error_text = null, step_counts = null"
            + " where id = ?",
        unit.run());
    // They can run now; there is nothing in them that could be lost.
    add(rows, "delete from step_run where run_id = ? and status = 'NOT_RUN'", unit.run());
    catalog.lead(unit.run(), fence);
    run.takenOver();
    Failpoints.hit("lease.afterTakingOver");
  }

  void requestCancel(Change.RequestCancel change, Rows rows) {
    OpenRun run = catalog.run(change.run());
    if (run == null || run.status() != RunStatus.RUNNING || !goesOn(change.run())) {
      throw state("The run " + change.run() + " does not go on, so there is nothing to cancel");
    }
    add(
        rows,
        "update run_lease set cancel_by = ?, cancel_reason = ? where run_id = ? and cancel_by is null",
        change.act().by(),
        change.reason(),
        change.run());
  }

  /** Whether somebody leads a run that is RUNNING. */
  boolean goesOn(UUID run) {
    return goesOn(run, stored(run));
  }

  private boolean goesOn(UUID run, Stored stored) {
    return stored.inTime() || !lapses.isLost(run, stored.until());
  }

  static MetadataStoreException notLed(UUID run, String consequence) {
    return new MetadataStoreException(
        CoreProblem.RUN_TAKEN_OVER,
        "The run " + run + " is not led by this process, or not any more, so " + consequence
            + ". See what became of it with: treadle run show " + run);
  }

  private Stored stored(UUID run) {
    return catalog
        .sql()
        .first(
            "select l.fence, l.until_at, " + LiveStatus.inTime("l")
                + ", l.cancel_by, l.cancel_reason from run_lease l where l.run_id = ?",
            Stored::of,
            run)
        .orElse(new Stored(0, Lapses.GIVEN_UP, false, null));
  }

  private static MetadataStoreException state(String message) {
    return new MetadataStoreException(CoreProblem.RUN_STATE, message);
  }

  private static void add(Rows rows, String sql, Object... values) {
    rows.changes.add(Condition.of(sql, values));
  }

  private record Stored(
      long fence, long until, boolean inTime, Lease.@Nullable CancelRequest cancel) {
    static Stored of(Row row) throws SQLException {
      String by = row.textOrNull(4);
      return new Stored(
          row.number(1),
          row.number(2),
          row.flag(3),
          by == null ? null : new Lease.CancelRequest(by, row.text(5)));
    }
  }
}
