package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.Reliance;
import dev.treadle.metadata.Sweep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what is said of objects that nothing refers to into statements. */
final class SweepStager {
  static final String NOT_BEING_DELETED =
      "(deleting_until is null or deleting_until <= " + LiveStatus.NOW + ")";
  private static final String OPEN_RUNS = "select r.id, r.run_number, coalesce(l.until_at, "
      + Lapses.GIVEN_UP + "), l.until_at is not null and " + LiveStatus.inTime("l")
      + " from run r left join run_lease l on l.run_id = r.id"
      + " where r.status = 'RUNNING' and r.deleted_at is null order by r.run_number desc";

  private final Catalog catalog;
  private final Lapses lapses;

  SweepStager(Catalog catalog, Lapses lapses) {
    this.catalog = catalog;
    this.lapses = lapses;
  }

  @Nullable
  Object stage(Sweep<?> unit, Rows rows) {
    if (unit instanceof Sweep.Condemn condemn) {
      condemn(condemn, rows);
      return null;
    }
    if (unit instanceof Sweep.LetOff off) {
      return letOff(off.objects(), off.ended(), rows);
    }
    if (unit instanceof Sweep.Begin) {
      return begin(rows);
    }
    if (unit instanceof Sweep.Take take) {
      return take(take, rows);
    }
    conclude((Sweep.Conclude) unit, rows);
    return null;
  }

  /** Lets off what an import relies on, and refuses it when something of it may be gone. */
  void rely(Reliance relied, Rows rows) {
    if (relied.sweeps() != catalog.sweeps()
        || !letOff(relied.objects(), Set.of(), rows).isEmpty()) {
      throw new MetadataStoreException(
          CoreProblem.STORE_SWEPT,
          "Objects were deleted from the artifact store meanwhile, perhaps some of these. Store them"
              + " again");
    }
  }

  private void condemn(Sweep.Condemn unit, Rows rows) {
    long afterRun = catalog.lastRun();
    unit.objects()
        .forEach((path, bytes) -> rows.changes.add(Condition.of(
            "insert into condemned_object (object_path, size_bytes, mark, after_run)"
                + " select ?, ?, ?, ? where not exists"
                + " (select 1 from condemned_object where object_path = ?)",
            path,
            bytes,
            unit.mark(),
            afterRun,
            path)));
  }

  /** No clock decides here: who would publish what is deleted a moment later has lost it. */
  private Set<String> letOff(Collection<String> objects, Set<UUID> ended, Rows rows) {
    Set<String> busy = new HashSet<>();
    Set<String> off = new HashSet<>();
    catalog
        .sql()
        .forEachIn(
            "select object_path, mark, deleting_until is null from condemned_object"
                + " where object_path in (%s)",
            objects,
            row -> (row.flag(3) || ended.contains(row.uuid(2)) ? off : busy).add(row.text(1)));
    if (!off.isEmpty()) {
      rows.changes.add(in("delete from condemned_object where object_path in (%s)", off));
    }
    return busy;
  }

  private Long begin(Rows rows) {
    long newest = catalog.max("select max(after_run) from condemned_object");
    List<UUID> lost = new ArrayList<>();
    long[] oldest = {Long.MAX_VALUE};
    catalog.sql().forEach(OPEN_RUNS, row -> {
      UUID run = row.uuid(1);
      if (row.flag(4) || !lapses.isLost(run, row.number(3))) {
        oldest[0] = row.number(2);
      } else if (row.number(2) <= newest) {
        lost.add(run);
      }
    });
    for (UUID run : lost) {
      rows.changes.add(
          Condition.of("update run_lease set fence = fence + 1 where run_id = ?", run));
      // This writer may be the one that led it.
      catalog.removeRun(run);
    }
    return oldest[0];
  }

  private Set<String> take(Sweep.Take unit, Rows rows) {
    Set<String> taken = new HashSet<>();
    catalog
        .sql()
        .forEachIn(
            "select object_path, mark from condemned_object where " + NOT_BEING_DELETED
                + " and object_path in (%s)",
            unit.marks().keySet(),
            row -> {
              if (row.uuid(2).equals(unit.marks().get(row.text(1)))) {
                taken.add(row.text(1));
              }
            });
    if (!taken.isEmpty()) {
      rows.changes.add(in(
          "update condemned_object set mark = ?, deleting_until = " + LiveStatus.NOW
              + " + ? where object_path in (%s)",
          taken,
          unit.taker(),
          Lease.LENGTH.toMillis()));
      rows.changes.add(Condition.of("delete from sweep"));
      rows.changes.add(
          Condition.of("insert into sweep (sweep_number) values (?)", catalog.sweeps() + 1));
    }
    return taken;
  }

  private static void conclude(Sweep.Conclude unit, Rows rows) {
    if (!unit.objects().isEmpty()) {
      rows.changes.add(in(
          "delete from condemned_object where mark = ? and object_path in (%s)",
          unit.objects(), unit.taker()));
    }
    if (!unit.untouched().isEmpty()) {
      rows.changes.add(in(
          "update condemned_object set deleting_until = null where mark = ? and object_path in (%s)",
          unit.untouched(), unit.taker()));
    }
  }

  /** A statement on those in a list, which the caller keeps short. */
  static Condition in(String sql, Collection<?> listed, Object... before) {
    List<Object> values = new ArrayList<>(List.of(before));
    values.addAll(listed);
    return new Condition(sql.formatted("?" + ",?".repeat(listed.size() - 1)), values);
  }
}
