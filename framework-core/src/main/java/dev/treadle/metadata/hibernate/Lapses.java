package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.TakeOver;
import dev.treadle.metadata.UnitOfWork;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Which runs are certain to have lost their process. That a lease has run out by the database's clock is not enough: that clock
 * may have been set, or another process with another clock has the file by now. So whoever would act on it waits first, by
 * a clock that nobody sets, whether the lease is renewed, unless no other process is there to renew it.
 */
final class Lapses {
  /** A renewal may come late by as much as it takes from one to the next. */
  static final Duration WATCH = Lease.RENEWAL.multipliedBy(2);

  /** The moment until which a lease is good that was given up. */
  static final long GIVEN_UP = 0;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String LAPSED = "select r.id, l.until_at from run r"
      + " join run_lease l on l.run_id = r.id where r.status = 'RUNNING' and r.deleted_at is null"
      + " and l.until_at <> " + GIVEN_UP + " and not " + LiveStatus.inTime("l");

  private final Sql sql;
  private final BooleanSupplier others;
  private final Map<UUID, Long> lost = new ConcurrentHashMap<>();

  /** @param others whether another process may lead runs */
  Lapses(Sql sql, BooleanSupplier others) {
    this.sql = sql;
    this.others = others;
  }

  /** Waits until it is certain what became of the runs that a unit would take from whoever led them. */
  void settle(UnitOfWork<?> unit) {
    if (unit instanceof TakeOver takeOver) {
      settle(List.of(takeOver.run()));
    } else if (unit instanceof Change.DeleteRuns deletion) {
      settle(deletion.runs());
    } else if (unit instanceof Sweep.Begin) {
      watch(found -> sql.forEach(LAPSED, row -> found.put(row.uuid(1), row.number(2))));
    }
  }

  private void settle(Collection<UUID> runs) {
    watch(found -> sql.forEachIn(
        LAPSED + " and r.id in (%s)", runs, row -> found.put(row.uuid(1), row.number(2))));
  }

  private void watch(Consumer<Map<UUID, Long>> look) {
    Map<UUID, Long> lapsed = new HashMap<>();
    look.accept(lapsed);
    long end = System.nanoTime() + WATCH.toNanos();
    while (!lapsed.isEmpty() && others.getAsBoolean() && System.nanoTime() < end) {
      Uninterruptibles.sleepUninterruptibly(PAUSE);
      Map<UUID, Long> still = new HashMap<>();
      look.accept(still);
      lapsed.entrySet().retainAll(still.entrySet());
    }
    lost.putAll(lapsed);
  }

  /**
   * Whether nobody leads a run any more.
   *
   * @param until when its lease has run out by the database's clock
   */
  boolean isLost(UUID run, long until) {
    return until == GIVEN_UP || lost.getOrDefault(run, GIVEN_UP) == until;
  }
}
