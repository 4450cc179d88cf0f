package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Act;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.HolderKind;
import dev.treadle.metadata.VersionRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is said of runs, steps and versions. */
final class CurationQueries {
  private final Sql sql;

  CurationQueries(Sql sql) {
    this.sql = sql;
  }

  List<Fact> facts(Holder of) {
    return sql.list(
        "select fact_key, fact_json from fact where holder_id = ? and holder_kind = ? order by fact_key",
        row -> new Fact(row.text(1), row.text(2)),
        of.id(),
        of.kind().name());
  }

  Map<UUID, Map<String, String>> tags(HolderKind kind, Collection<UUID> holders) {
    Map<UUID, Map<String, String>> tags = new HashMap<>();
    sql.forEachIn(
        "select holder_id, tag_key, tag_text from tag where holder_id in (%s) and holder_kind = ?",
        holders,
        row ->
            tags.computeIfAbsent(row.uuid(1), id -> new HashMap<>()).put(row.text(2), row.text(3)),
        kind.name());
    return tags;
  }

  Map<UUID, String> notes(HolderKind kind, Collection<UUID> holders) {
    Map<UUID, String> notes = new HashMap<>();
    sql.forEachIn(
        "select holder_id, note_text from note where holder_id in (%s) and holder_kind = ?",
        holders, row -> notes.put(row.uuid(1), row.text(2)), kind.name());
    return notes;
  }

  List<Alias> aliases(String artifact) {
    return sql.list(
        "select l.alias_name, v.id, v.version_number, l.given_by, l.given_at from artifact a"
            + " join artifact_alias l on l.artifact_id = a.id"
            + " join artifact_version v on v.id = l.version_id where a.name = ? order by l.alias_name",
        row -> new Alias(
            row.text(1),
            new VersionRef(row.uuid(2), artifact, row.number(3)),
            new Act(row.text(4), row.instant(5))),
        artifact);
  }
}
