package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.metadata.HolderKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads versions, with their tags and aliases, by queries that begin with {@link #SELECT}. */
final class VersionReader {
  static final String COLUMNS =
      "select v.id, a.name, v.version_number, v.manifest_digest, v.external_pin, v.size_bytes,"
          + " v.declared_type, v.materializer, v.format_version, v.summary, v.created_at, r.run_number,"
          + " p.name, s.step_name, s.map_index, v.external_uri, v.imported_from, v.deleted_at, v.deleted_by";
  static final String PRODUCER =
      " left join step_run s on s.id = v.step_run_id left join run r on r.id = s.run_id"
          + " left join pipeline p on p.id = r.pipeline_id";
  static final String SELECT =
      COLUMNS + " from artifact_version v join artifact a on a.id = v.artifact_id" + PRODUCER;

  private final Sql sql;
  private final CurationQueries curation;

  VersionReader(Sql sql) {
    this.sql = sql;
    this.curation = new CurationQueries(sql);
  }

  List<ArtifactVersion> list(String query, Object... parameters) {
    return marked(sql.list(query, VersionReader::version, parameters));
  }

  /** With {@code %s} in an in-list, in the order of the query within each portion. */
  List<ArtifactVersion> listIn(String query, Collection<?> values) {
    List<ArtifactVersion> found = new ArrayList<>();
    sql.forEachIn(query, values, row -> found.add(version(row)));
    return marked(found);
  }

  private List<ArtifactVersion> marked(List<ArtifactVersion> versions) {
    if (versions.isEmpty()) {
      return versions;
    }
    List<UUID> ids = versions.stream().map(ArtifactVersion::id).toList();
    Map<UUID, List<String>> aliases = new HashMap<>();
    sql.forEachIn(
        "select version_id, alias_name from artifact_alias where version_id in (%s) order by alias_name",
        ids,
        row -> aliases.computeIfAbsent(row.uuid(1), id -> new ArrayList<>()).add(row.text(2)));
    Map<UUID, Map<String, String>> tags = curation.tags(HolderKind.VERSION, ids);
    return aliases.isEmpty() && tags.isEmpty()
        ? versions
        : versions.stream()
            .map(version -> version.marked(
                aliases.getOrDefault(version.id(), List.of()),
                tags.getOrDefault(version.id(), Map.of())))
            .toList();
  }

  private static ArtifactVersion version(Row row) throws SQLException {
    String digest = row.textOrNull(4);
    String step = row.textOrNull(14);
    long mapIndex = row.number(15);
    return new ArtifactVersion(
        row.uuid(1),
        row.text(2),
        row.number(3),
        digest == null ? row.text(5) : "sha256:" + digest,
        row.number(6),
        row.text(7),
        row.text(8) + "/" + row.number(9),
        row.text(10),
        row.instant(11),
        row.numberOrNull(12),
        row.textOrNull(13),
        step == null || mapIndex < 0 ? step : step + "[" + mapIndex + "]",
        row.textOrNull(16),
        row.textOrNull(17),
        row.instantOrNull(18),
        row.textOrNull(19),
        List.of(),
        Map.of());
  }
}
