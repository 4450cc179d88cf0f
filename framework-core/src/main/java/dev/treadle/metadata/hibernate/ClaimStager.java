package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.ClaimAttempt;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.RenewClaim;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Turns what is said of who executes an attempt into statements. */
final class ClaimStager {
  private final Catalog catalog;

  ClaimStager(Catalog catalog) {
    this.catalog = catalog;
  }

  Long claim(ClaimAttempt unit, Rows rows) {
    Limits.check(unit);
    OpenRun run = catalog.run(unit.run());
    OpenRun.Unfinished step = run == null ? null : run.unfinished(unit.stepRun());
    if (run == null
        || run.status() != RunStatus.RUNNING
        || step == null
        || step.status() != StepStatus.RUNNING
        || step.attempts() != unit.attempt()) {
      throw superseded("Attempt " + unit.attempt(), unit.stepRun(), "it is not executed");
    }
    refuseIfCancelled(unit.run());
    Optional<Stored> stored = stored(unit.stepRun());
    stored.filter(claim -> claim.good() && claim.attempt() == unit.attempt()).ifPresent(claim -> {
      throw superseded(
          "Attempt " + unit.attempt(),
          unit.stepRun(),
          "held by " + claim.owner() + ", so it is not executed here");
    });
    long fence = stored.map(Stored::fence).orElse(0L) + 1;
    long length = unit.length().toMillis();
    rows.changes.add(
        stored.isEmpty()
            ? Condition.of(
                "insert into attempt_claim (step_run_id, attempt_number, owner, fence, until_at)"
                    + " values (?, ?, ?, ?, " + LiveStatus.NOW + " + ?)",
                unit.stepRun(),
                unit.attempt(),
                unit.owner(),
                fence,
                length)
            : Condition.of(
                "update attempt_claim set attempt_number = ?, owner = ?, fence = ?, until_at = "
                    + LiveStatus.NOW + " + ? where step_run_id = ?",
                unit.attempt(),
                unit.owner(),
                fence,
                length,
                unit.stepRun()));
    return fence;
  }

  Lease renew(RenewClaim unit, Rows rows) {
    held(unit.run(), unit.stepRun(), unit.fence(), "its claim is not renewed");
    rows.changes.add(Condition.of(
        "update attempt_claim set until_at = " + LiveStatus.NOW + " + ? where step_run_id = ?",
        unit.length().toMillis(),
        unit.stepRun()));
    return new Lease(cancel(unit.run()));
  }

  /** The run of a step whose claim is held; what follows in the same unit may record its end. */
  OpenRun end(UUID run, UUID stepRun, long fence, Rows rows) {
    OpenRun open = held(run, stepRun, fence, "its end is not recorded");
    rows.changes.add(
        Condition.of("update attempt_claim set until_at = 0 where step_run_id = ?", stepRun));
    rows.changes.add(
        Condition.of("update run_lease set ended_apart = ended_apart + 1 where run_id = ?", run));
    return open;
  }

  private OpenRun held(UUID run, UUID stepRun, long fence, String consequence) {
    OpenRun open = catalog.run(run);
    OpenRun.Unfinished step = open == null ? null : open.unfinished(stepRun);
    Optional<Stored> stored = stored(stepRun);
    if (open == null
        || open.status() != RunStatus.RUNNING
        || step == null
        || step.status() != StepStatus.RUNNING
        || stored.isEmpty()
        || stored.get().fence() != fence
        || stored.get().attempt() != step.attempts()) {
      throw superseded("The attempt", stepRun, consequence);
    }
    return open;
  }

  private void refuseIfCancelled(UUID run) {
    cancel(run).ifPresent(request -> {
      throw new MetadataStoreException(
          CoreProblem.RUN_CANCELLED, "The run " + run + " is being cancelled by " + request.by());
    });
  }

  private Optional<Lease.CancelRequest> cancel(UUID run) {
    return catalog
        .sql()
        .first(
            "select cancel_by, cancel_reason from run_lease where run_id = ? and cancel_by is not null",
            row -> new Lease.CancelRequest(row.text(1), row.text(2)),
            run);
  }

  private Optional<Stored> stored(UUID stepRun) {
    return catalog
        .sql()
        .first(
            "select attempt_number, owner, fence, until_at > " + LiveStatus.NOW
                + " from attempt_claim where step_run_id = ?",
            Stored::of,
            stepRun);
  }

  private static MetadataStoreException superseded(String what, UUID stepRun, String consequence) {
    return new MetadataStoreException(
        CoreProblem.RUN_TAKEN_OVER,
        what + " of step run " + stepRun
            + " has ended, was superseded or is held by another process: " + consequence);
  }

  private record Stored(int attempt, String owner, long fence, boolean good) {
    static Stored of(Row row) throws SQLException {
      return new Stored(Math.toIntExact(row.number(1)), row.text(2), row.number(3), row.flag(4));
    }
  }
}
