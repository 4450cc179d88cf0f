package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import java.util.ArrayList;
import java.util.List;

/** Deletes versions by statements over sets, so that what counts is what is there when they run. */
final class DeletionSql {
  private static final String END_VERSIONS =
      "update artifact_version v set deleted_at = ?, deleted_by = ?, inline_bytes = null"
          + " where v.deleted_at is null and v.manifest_digest is not null and not "
          + String.join(" and not ", SweepQueries.HAS_ALIAS, SweepQueries.HAS_KEEP_TAG, "");
  // No subqueries over sets in what runs for each version: the database would run them for each
  // row.
  private static final String FORGET_PREVIEWS = "delete from version_preview where exists (select 1"
      + " from artifact_version d where d.id = version_preview.version_id and d.deleted_at is not null)"
      + " and version_id in (%s)";
  // The keys stay, for explanations.
  private static final String NEVER_REUSE = "update cache_key set reusable = false where reusable"
      + " and exists (select 1 from step_run s join edge e on e.step_run_id = s.id"
      + " and e.edge_role = 'OUTPUT' join artifact_version d on d.id = e.version_id"
      + " where s.seq = cache_key.step_seq and d.deleted_at is not null) and step_seq in (%s)";

  private DeletionSql() {}

  /**
   * What is recorded of the versions stays, but for their previews; no step takes them from the cache again.
   *
   * @param makers the steps that made them
   * @param held whether a run holds one
   */
  static List<Condition> delete(Change.DeleteVersions change, List<Long> makers, Condition held) {
    if (change.versions().isEmpty()) {
      return List.of();
    }
    String uses = change.uses() == Uses.KEEP ? " and not " + SweepQueries.IS_USED : "";
    List<Condition> statements = new ArrayList<>();
    statements.add(SweepStager.in(
        END_VERSIONS + held.sql() + uses + " and v.id in (%s)",
        change.versions(),
        held.after(change.act().at().toEpochMilli(), change.act().by())));
    statements.add(SweepStager.in(FORGET_PREVIEWS, change.versions()));
    if (!makers.isEmpty()) {
      statements.add(SweepStager.in(NEVER_REUSE, makers));
    }
    return statements;
  }
}
