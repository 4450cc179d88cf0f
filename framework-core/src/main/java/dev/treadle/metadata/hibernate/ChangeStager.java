package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.HolderKind;
import dev.treadle.metadata.MetadataStoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Turns changes into statements, which are run in their order after the rows of the group. Plain SQL, as a change looks at
 * what is there; a replacement is a deletion and an insertion, which every database has.
 */
final class ChangeStager {
  private static final String OF_HOLDER = " where holder_id = ? and holder_kind = ?";

  private final Catalog catalog;
  private final LeaseStager leases;

  ChangeStager(Catalog catalog, LeaseStager leases) {
    this.catalog = catalog;
    this.leases = leases;
  }

  void stage(Change change, Rows rows) {
    Limits.check(change);
    if (change instanceof Change.Tags tags) {
      tags(tags, rows);
    } else if (change instanceof Change.Note note) {
      note(note, rows);
    } else if (change instanceof Change.Facts facts) {
      facts(facts, rows);
    } else if (change instanceof Change.GiveAlias alias) {
      giveAlias(alias, rows);
    } else if (change instanceof Change.TakeAlias alias) {
      takeAlias(alias, rows);
    } else if (change instanceof Change.RequestCancel request) {
      leases.requestCancel(request, rows);
    } else if (change instanceof Change.DeleteRuns deletion) {
      deleteRuns(deletion, rows);
    } else if (change instanceof Change.DeleteVersions deletion) {
      rows.changes.addAll(
          DeletionSql.delete(deletion, makers(deletion), SweepQueries.heldByRun(catalog.sql())));
    } else {
      new RunDeletionStager(catalog.sql()).conclude((Change.ConcludeDeletion) change, rows);
    }
  }

  private void tags(Change.Tags change, Rows rows) {
    Holder of = present(change.of());
    Set<String> touched = new HashSet<>(change.removed());
    touched.addAll(change.set().keySet());
    touched.forEach(key -> delete(rows, "tag", "tag_key", of, key));
    change
        .set()
        .forEach((key, text) -> add(
            rows,
            "insert into tag (holder_kind, holder_id, tag_key, tag_text) values (?, ?, ?, ?)",
            of.kind().name(),
            of.id(),
            key,
            text));
  }

  private void note(Change.Note change, Rows rows) {
    Holder of = present(Holder.ofRun(change.run()));
    add(rows, "delete from note" + OF_HOLDER, of.id(), of.kind().name());
    if (!change.text().isEmpty()) {
      add(
          rows,
          "insert into note (holder_kind, holder_id, note_text, written_by, written_at)"
              + " values (?, ?, ?, ?, ?)",
          of.kind().name(),
          of.id(),
          change.text(),
          change.act().by(),
          millis(change.act()));
    }
  }

  private void facts(Change.Facts change, Rows rows) {
    Holder of = present(change.of());
    Set<String> touched = new HashSet<>(change.removed());
    change.said().stream().map(Fact::key).forEach(touched::add);
    for (String key : touched) {
      if (catalog.isAny(
          "select 1 from fact" + OF_HOLDER + " and fact_key = ? and said_by is null",
          of.id(),
          of.kind().name(),
          key)) {
        throw conflict("'" + key + "' was recorded by the run and stays as it was recorded."
            + " Choose another key");
      }
      delete(rows, "fact", "fact_key", of, key);
    }
    change
        .said()
        .forEach(fact -> add(
            rows,
            "insert into fact (holder_kind, holder_id, fact_key, fact_json, said_by, said_at)"
                + " values (?, ?, ?, ?, ?, ?)",
            of.kind().name(),
            of.id(),
            fact.key(),
            fact.json(),
            change.act().by(),
            millis(change.act())));
  }

  private void giveAlias(Change.GiveAlias change, Rows rows) {
    present(Holder.ofVersion(change.version()));
    String artifact = "(select artifact_id from artifact_version where id = ?)";
    add(
        rows,
        "delete from artifact_alias where alias_name = ? and artifact_id = " + artifact,
        change.alias(),
        change.version());
    add(
        rows,
        "insert into artifact_alias (artifact_id, alias_name, version_id, given_by, given_at)"
            + " select artifact_id, ?, id, ?, ? from artifact_version where id = ?",
        change.alias(),
        change.act().by(),
        millis(change.act()),
        change.version());
  }

  private void takeAlias(Change.TakeAlias change, Rows rows) {
    String holder = " from artifact_alias where alias_name = ?"
        + " and artifact_id = (select id from artifact where name = ?)";
    if (!catalog.isAny("select 1" + holder, change.alias(), change.artifact())) {
      throw conflict(
          "No version of '" + change.artifact() + "' has the alias '" + change.alias() + "'");
    }
    add(rows, "delete" + holder, change.alias(), change.artifact());
  }

  private void deleteRuns(Change.DeleteRuns change, Rows rows) {
    for (UUID id : change.runs()) {
      OpenRun run = catalog.run(id);
      if (run == null) {
        throw conflict("There is no run " + id + " to delete");
      }
      if (run.status() == RunStatus.RUNNING && leases.goesOn(id)) {
        throw conflict("The run " + id + " goes on, so it cannot be deleted. Cancel it first");
      }
    }
    change.runs().forEach(catalog::removeRun);
    new RunDeletionStager(catalog.sql()).delete(change, rows);
  }

  private List<Long> makers(Change.DeleteVersions change) {
    List<Long> makers = new ArrayList<>();
    catalog
        .sql()
        .forEachIn(
            "select distinct s.seq from artifact_version v join step_run s on s.id = v.step_run_id"
                + " where v.id in (%s)",
            change.versions(), row -> makers.add(row.number(1)));
    return makers;
  }

  private Holder present(Holder of) {
    if (!catalog.isThere(of.kind(), of.id())) {
      String what = of.kind() == HolderKind.STEP_RUN
          ? "step run"
          : of.kind() == HolderKind.RUN ? "run" : "artifact version";
      throw conflict("There is no " + what + " " + of.id() + ", or it was deleted");
    }
    return of;
  }

  private static void delete(Rows rows, String table, String column, Holder of, String key) {
    add(
        rows,
        "delete from " + table + OF_HOLDER + " and " + column + " = ?",
        of.id(),
        of.kind().name(),
        key);
  }

  private static void add(Rows rows, String sql, Object... values) {
    rows.changes.add(Condition.of(sql, values));
  }

  private static long millis(Act act) {
    return act.at().toEpochMilli();
  }

  private static MetadataStoreException conflict(String message) {
    return new MetadataStoreException(CoreProblem.STORE_CONFLICT, message);
  }
}
