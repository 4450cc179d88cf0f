package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.error.ArtifactDeletedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.ArtifactSummary;
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
import org.jspecify.annotations.Nullable;

/** Artifacts and their versions. */
final class VersionQueries {
  private static final String SELECT = VersionReader.SELECT;
  private static final String LIVE = "v.deleted_at is null";
  private static final String NEWEST = "v.version_number = (select max(n.version_number)"
      + " from artifact_version n where n.artifact_id = a.id and n.deleted_at is null)";
  private static final String OF_ARTIFACT =
      " where v.artifact_id = (select n.id from artifact n where n.name = ?)";

  private static final String HAS_VERSION = "exists (select 1 from artifact_version n"
      + " where n.artifact_id = c.id and n.deleted_at is null)";

  private final Sql sql;
  private final VersionReader reader;

  VersionQueries(Sql sql) {
    this.sql = sql;
    this.reader = new VersionReader(sql);
  }

  List<ArtifactSummary> artifacts(String nameContains, String after, int limit) {
    return summaries(reader.list(
        VersionReader.COLUMNS + " from (select c.id, c.name from artifact c where c.name > ?"
            + " and c.name like ? escape '!' and " + HAS_VERSION + " order by c.name limit ?) a"
            + " join artifact_version v on v.artifact_id = a.id and " + NEWEST
            + VersionReader.PRODUCER + " order by a.name",
        after,
        "%" + Sql.literal(nameContains) + "%",
        limit));
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
    return summaries(reader.list(
        SELECT + " where " + NEWEST + " and " + where.sql() + " order by "
            + (key.isEmpty() ? "a.name" + direction : key + direction + ", a.name") + " limit ?",
        parameters.toArray()));
  }

  List<ArtifactVersion> versions(String artifact, Filter where, long beforeNumber, int limit) {
    Condition condition = new FilterSql(FilterTarget.ARTIFACTS).of(where);
    List<Object> parameters = new ArrayList<>(List.of(artifact, beforeNumber));
    parameters.addAll(condition.values());
    parameters.add(limit);
    return reader.list(
        SELECT + OF_ARTIFACT + " and v.version_number < ? and " + LIVE + " and " + condition.sql()
            + " order by v.version_number desc limit ?",
        parameters.toArray());
  }

  List<ArtifactVersion> versions(String artifact, long beforeNumber, int limit) {
    return reader.list(
        SELECT + OF_ARTIFACT + " and v.version_number < ? and " + LIVE
            + " order by v.version_number desc limit ?",
        artifact,
        beforeNumber,
        limit);
  }

  Optional<ArtifactVersion> version(UUID id) {
    return reader.list(SELECT + " where v.id = ?", id).stream().findFirst();
  }

  Optional<ArtifactVersion> version(String artifact, long number) {
    return reader
        .list(SELECT + OF_ARTIFACT + " and v.version_number = ?", artifact, number)
        .stream()
        .findFirst();
  }

  Map<UUID, ArtifactVersion> byId(Collection<UUID> ids) {
    Map<UUID, ArtifactVersion> found = new HashMap<>();
    reader.listIn(SELECT + " where v.id in (%s)", ids).forEach(v -> found.put(v.id(), v));
    return found;
  }

  List<String> namesByTail(String tail) {
    return sql.list(
        "select c.name from artifact c where (c.name = ? or c.name like ? escape '!') and "
            + HAS_VERSION + " order by c.name",
        row -> row.text(1),
        tail,
        "%/" + Sql.literal(tail));
  }

  List<ArtifactVersion> byDigest(String hexPrefix, int limit) {
    return reader.list(
        SELECT + " where v.manifest_digest >= ? and v.manifest_digest < ? and " + LIVE
            + " order by v.created_at desc, v.id desc limit ?",
        hexPrefix,
        hexPrefix + "g", // above every hexadecimal digit
        limit);
  }

  VersionContent content(UUID version) {
    return sql.first(
            "select v.manifest_digest, v.content_digest, v.manifest_json, v.inline_bytes, v.size_bytes,"
                + " v.declared_type, v.materializer, v.format_version, v.summary, w.preview_bytes,"
                + " w.media_type from artifact_version v"
                + " left join version_preview w on w.version_id = v.id where v.id = ? and " + LIVE,
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
        .orElseThrow(() -> without(version));
  }

  /** Why there is no content. */
  private TreadleException without(UUID id) {
    ArtifactVersion version = version(id).orElse(null);
    return version == null || version.deletedAt() == null
        ? new MetadataStoreException(
            CoreProblem.ART_NOT_FOUND, "There is no artifact version with the id " + id)
        : new ArtifactDeletedException(
            version.label(), version.deletedAt(), version.deletedBy(), rerun(version));
  }

  private @Nullable Long rerun(ArtifactVersion version) {
    return version.run() == null
        ? null
        : sql.first(
                "select run_number from run where run_number = ? and deleted_at is null",
                row -> row.number(1),
                version.run())
            .orElse(null);
  }

  private List<ArtifactSummary> summaries(List<ArtifactVersion> newest) {
    Map<String, Long> counts = new HashMap<>();
    sql.forEachIn(
        "select a.name, count(*) from artifact a join artifact_version v on v.artifact_id = a.id"
            + " where a.name in (%s) and " + LIVE + " group by a.name",
        newest.stream().map(ArtifactVersion::artifact).toList(),
        row -> counts.put(row.text(1), row.number(2)));
    return newest.stream()
        .map(v -> new ArtifactSummary(v.artifact(), counts.getOrDefault(v.artifact(), 1L), v))
        .toList();
  }

  private static String textOrEmpty(Row row, int column) throws SQLException {
    String text = row.textOrNull(column);
    return text == null ? "" : text;
  }
}
