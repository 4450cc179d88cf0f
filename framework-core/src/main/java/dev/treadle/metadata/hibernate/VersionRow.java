package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.VersionContent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of an artifact: stored content, or external data by URI and pin. */
@Entity
@Table(name = "artifact_version")
class VersionRow {
  @Id
  UUID id;

  UUID artifactId;
  long versionNumber;

  @Nullable
  UUID stepRunId;

  long createdAt;

  @Nullable
  String manifestDigest;

  @Nullable
  String contentDigest;

  @Nullable
  String manifestJson;

  byte @Nullable [] inlineBytes;
  long sizeBytes;
  String declaredType;
  String materializer;
  int formatVersion;
  String summary;

  @Nullable
  String externalUri;

  @Nullable
  String externalPin;

  @Nullable
  String importedFrom;

  @Nullable
  String importedBy;

  VersionRow(NewVersion version, UUID artifactId, long number, UUID stepRun, long createdAt) {
    this(version.id(), version.content(), artifactId, number, createdAt);
    this.stepRunId = stepRun;
  }

  VersionRow(ImportVersion unit, UUID artifactId, long number) {
    this(unit.id(), unit.content(), artifactId, number, unit.act().at().toEpochMilli());
    this.importedFrom = unit.source();
    this.importedBy = unit.act().by();
  }

  private VersionRow(
      UUID id, VersionContent content, UUID artifactId, long number, long createdAt) {
    this.id = id;
    this.artifactId = artifactId;
    this.versionNumber = number;
    this.createdAt = createdAt;
    this.manifestDigest = content.manifestDigest();
    this.contentDigest = content.contentDigest();
    this.manifestJson = content.manifestJson();
    this.inlineBytes = content.inline();
    this.sizeBytes = content.sizeBytes();
    this.declaredType = content.type();
    this.materializer = content.materializer();
    this.formatVersion = content.formatVersion();
    this.summary = content.summary();
  }

  VersionRow(RegisterExternal unit, UUID artifactId, long number) {
    this.id = unit.id();
    this.artifactId = artifactId;
    this.versionNumber = number;
    this.createdAt = unit.at().toEpochMilli();
    this.sizeBytes = unit.sizeBytes();
    this.declaredType = "";
    this.materializer = "external";
    this.formatVersion = 1;
    this.summary = "";
    this.externalUri = unit.uri();
    this.externalPin = unit.pin();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  VersionRow() {}
}
