package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.Lease;
import java.util.Set;

/**
 * The status of runs {@code r} and steps {@code s} as they are now: what says RUNNING without a good lease has lost its process.
 * A run that somebody wanted cancelled is that when its process is lost, whether or not anybody waits for it.
 */
final class LiveStatus {
  /** Milliseconds since 1970 by the database's clock. */
  static final String NOW = "cast(extract(epoch from current_timestamp) * 1000 as bigint)";

  private static final String GOOD =
      "exists (select 1 from run_lease l where l.run_id = r.id and " + inTime("l") + ")";

  private static final String UNWANTED =
      "exists (select 1 from run_lease u where u.run_id = r.id and u.cancel_by is not null)";

  static final String RUN = "case when r.status = 'RUNNING' and not " + GOOD + " then case when "
      + UNWANTED + " then 'CANCELLED' else 'INTERRUPTED' end else r.status end";

  static final String STEP =
      "case when s.status = 'RUNNING' and not exists (select 1 from run lr join run_lease l"
          + " on l.run_id = lr.id where lr.id = s.run_id and lr.status = 'RUNNING' and "
          + inTime("l") + ") then 'INTERRUPTED' else s.status end";

  // The others are what is stored, and have an index.
  private static final Set<String> DERIVED =
      Set.of(RunStatus.RUNNING.name(), RunStatus.INTERRUPTED.name(), RunStatus.CANCELLED.name());

  private LiveStatus() {}

  /**
   * Whether a lease has not run out by the database's clock. One that would be good for much longer than any is given was
   * given before that clock was set back.
   */
  static String inTime(String lease) {
    return "(" + lease + ".until_at > " + NOW + " and " + lease + ".until_at < " + NOW + " + "
        + Lease.LENGTH.multipliedBy(2).toMillis() + ")";
  }

  /** Runs that have a status now. */
  static Condition is(String status) {
    return Condition.of((DERIVED.contains(status) ? RUN : "r.status") + " = ?", status);
  }
}
