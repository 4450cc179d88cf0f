package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.VersionContent;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.Order;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Artifacts and their versions. */
final class VersionQueries {
  private static final String COLUMNS =
      "select v.id, a.name, v.version_number, v.manifest_digest, v.external_pin, v.size_bytes,"
          + " v.declared_type, v.materializer, v.format_version, v.summary, v.created_at, r.run_number,"
          + " p.name, s.step_name, s.map_index, v.external_uri";
  private static final String PRODUCER =
      " left join step_run s on s.id = v.step_run_id left join run r on r.id = s.run_id"
          + " left join pipeline p on p.id = r.pipeline_id";
  private static final String SELECT =
      COLUMNS + " from artifact_version v join artifact a on a.id = v.artifact_id" + PRODUCER;

  private final Sql sql;

  VersionQueries(Sql sql) {
    this.sql = sql;
  }

  List<ArtifactSummary> artifacts(String nameContains, String after, int limit) {
    return sql.list(
        COLUMNS + " from (select id, name from artifact where name > ? and name like ? escape '!'"
            + " order by name limit ?) a join artifact_version v on v.artifact_id = a.id"
            + " and v.version_number = (select max(n.version_number) from artifact_version n"
            + " where n.artifact_id = a.id)" + PRODUCER + " order by a.name",
        VersionQueries::summary,
        after,
        "%" + Sql.literal(nameContains) + "%",
        limit);
  }

  List<ArtifactSummary> artifacts(ArtifactQuery asked) {
    boolean descending = asked.order() == Order.DESCENDING;
    String key = switch (asked.key()) {
      case NAME -> "";
      case CREATED -> "v.created_at";
      case SIZE -> "v.size_bytes";
    };
    Condition where = new FilterSql(FilterTarget.ARTIFACTS).of(asked.where());
    String byName = key.isEmpty() && descending ? "a.name < ?" : "a.name > ?";
    if (asked.after().isPresent()) {
      ArtifactQuery.Position after = asked.after().get();
      where = where.and(
          key.isEmpty()
              ? Condition.of("(" + byName + ")", after.name())
              : Condition.of(
                  "(" + key + (descending ? " < ?" : " > ?") + " or " + key + " = ? and " + byName
                      + ")",
                  after.key(),
                  after.key(),
                  after.name()));
    }
    String direction = descending ? " desc" : "";
    List<Object> parameters = new ArrayList<>(where.values());
    parameters.add(asked.limit());
    return sql.list(
        SELECT + " where v.version_number = (select max(n.version_number) from artifact_version n"
            + " where n.artifact_id = v.artifact_id) and " + where.sql() + " order by "
            + (key.isEmpty() ? "a.name" + direction : key + direction + ", a.name") + " limit ?",
        VersionQueries::summary,
        parameters.toArray());
  }

  List<ArtifactVersion> versions(String artifact, Filter where, long beforeNumber, int limit) {
    Condition condition = new FilterSql(FilterTarget.ARTIFACTS).of(where);
    List<Object> parameters = new ArrayList<>(List.of(artifact, beforeNumber));
    parameters.addAll(condition.values());
    parameters.add(limit);
    return sql.list(
        SELECT + " where v.artifact_id = (select n.id from artifact n where n.name = ?)"
            + " and v.version_number < ? and " + condition.sql()
            + " order by v.version_number desc limit ?",
        VersionQueries::version,
        parameters.toArray());
  }

  List<ArtifactVersion> versions(String artifact, long beforeNumber, int limit) {
    return sql.list(
        SELECT + " where v.artifact_id = (select n.id from artifact n where n.name = ?)"
            + " and v.version_number < ? order by v.version_number desc limit ?",
        VersionQueries::version,
        artifact,
        beforeNumber,
        limit);
  }

  Optional<ArtifactVersion> version(UUID id) {
    return sql.first(SELECT + " where v.id = ?", VersionQueries::version, id);
  }

  Optional<ArtifactVersion> version(String artifact, long number) {
    return sql.first(
        SELECT + " where v.artifact_id = (select n.id from artifact n where n.name = ?)"
            + " and v.version_number = ?",
        VersionQueries::version,
        artifact,
        number);
  }

  Map<UUID, ArtifactVersion> byId(Collection<UUID> ids) {
    Map<UUID, ArtifactVersion> found = new HashMap<>();
    sql.forEachIn(SELECT + " where v.id in (%s)", ids, row -> found.put(row.uuid(1), version(row)));
    return found;
  }

  List<String> namesByTail(String tail) {
    return sql.list(
        "select name from artifact where name = ? or name like ? escape '!' order by name",
        row -> row.text(1),
        tail,
        "%/" + Sql.literal(tail));
  }

  List<ArtifactVersion> byDigest(String hexPrefix, int limit) {
    return sql.list(
        SELECT + " where v.manifest_digest >= ? and v.manifest_digest < ?"
            + " order by v.created_at desc, v.id desc limit ?",
        VersionQueries::version,
        hexPrefix,
        hexPrefix + "g", // above every hexadecimal digit
        limit);
  }

  VersionContent content(UUID version) {
    return sql.first(
            "select v.manifest_digest, v.content_digest, v.manifest_json, v.inline_bytes, v.size_bytes,"
                + " v.declared_type, v.materializer, v.format_version, v.summary, w.preview_bytes,"
                + " w.media_type from artifact_version v"
                + " left join version_preview w on w.version_id = v.id where v.id = ?",
            row -> new VersionContent(
                textOrEmpty(row, 1),
                textOrEmpty(row, 2),
                textOrEmpty(row, 3),
                row.bytesOrNull(4),
                row.number(5),
                row.text(6),
                row.text(7),
                Math.toIntExact(row.number(8)),
                row.text(9),
                row.bytesOrNull(10),
                row.textOrNull(11)),
            version)
        .orElseThrow(() -> new MetadataStoreException(
            CoreProblem.ART_NOT_FOUND, "There is no artifact version with the id " + version));
  }

  List<Fact> facts(UUID version) {
    return sql.list(
        "select fact_key, fact_json from fact where holder_id = ? and holder_kind = ? order by fact_key",
        row -> new Fact(row.text(1), row.text(2)),
        version,
        HolderKind.VERSION.name());
  }

  private static ArtifactSummary summary(Row row) throws SQLException {
    ArtifactVersion newest = version(row);
    return new ArtifactSummary(newest.artifact(), newest.number(), newest);
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
        row.textOrNull(16));
  }

  private static String textOrEmpty(Row row, int column) throws SQLException {
    String text = row.textOrNull(column);
    return text == null ? "" : text;
  }
}
