package dev.treadle.metadata.hibernate;

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

  VersionRow(NewVersion version, UUID artifactId, long number, UUID stepRun, long createdAt) {
    this.id = version.id();
    this.artifactId = artifactId;
    this.versionNumber = number;
    this.stepRunId = stepRun;
    this.createdAt = createdAt;
    VersionContent content = version.content();
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
