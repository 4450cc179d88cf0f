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
  private static final String NOT_BEING_DELETED =
      "(deleting_until is null or deleting_until <= " + LiveStatus.NOW + ")";
  private static final String LET_OFF =
      "delete from condemned_object where " + NOT_BEING_DELETED + " and object_path in (%s)";
  private static final String OPEN_RUNS = "from run r left join run_lease l on l.run_id = r.id"
      + " where r.status = 'RUNNING' and r.deleted_at is null and ";

  private final Catalog catalog;

  SweepStager(Catalog catalog) {
    this.catalog = catalog;
  }

  @Nullable
  Object stage(Sweep<?> unit, Rows rows) {
    if (unit instanceof Sweep.Condemn condemn) {
      condemn(condemn, rows);
      return null;
    }
    if (unit instanceof Sweep.LetOff off) {
      return letOff(off.objects(), rows);
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
    if (relied.sweeps() != catalog.sweeps() || !letOff(relied.objects(), rows).isEmpty()) {
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

  private Set<String> letOff(Collection<String> objects, Rows rows) {
    if (objects.isEmpty()) {
      return Set.of();
    }
    Set<String> busy = new HashSet<>();
    catalog
        .sql()
        .forEachIn(
            "select object_path from condemned_object where not " + NOT_BEING_DELETED
                + " and object_path in (%s)",
            objects,
            row -> busy.add(row.text(1)));
    rows.changes.add(in(LET_OFF, objects));
    return busy;
  }

  private Long begin(Rows rows) {
    List<UUID> lost = new ArrayList<>();
    catalog
        .sql()
        .forEach(
            "select r.id " + OPEN_RUNS + "(l.until_at is null or l.until_at <= " + LiveStatus.NOW
                + ") and r.run_number <= (select max(c.after_run) from condemned_object c)",
            row -> lost.add(row.uuid(1)));
    for (UUID run : lost) {
      rows.changes.add(
          Condition.of("update run_lease set fence = fence + 1 where run_id = ?", run));
      // This writer may be the one that led it.
      catalog.removeRun(run);
    }
    return catalog
        .sql()
        .first(
            "select min(r.run_number) " + OPEN_RUNS + "l.until_at > " + LiveStatus.NOW,
            row -> row.numberOrNull(1) == null ? Long.MAX_VALUE : row.number(1))
        .orElse(Long.MAX_VALUE);
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
  }

  /** A statement on those in a list, which the caller keeps short. */
  static Condition in(String sql, Collection<?> listed, Object... before) {
    List<Object> values = new ArrayList<>(List.of(before));
    values.addAll(listed);
    return new Condition(sql.formatted("?" + ",?".repeat(listed.size() - 1)), values);
  }
}
