package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An artifact by name. */
@Entity
@Table(name = "artifact")
class ArtifactRow {
  @Id
  UUID id;

  UUID projectId;
  String name;
  long createdAt;

  ArtifactRow(UUID id, UUID projectId, String name, long createdAt) {
    this.id = id;
    this.projectId = projectId;
    this.name = name;
    this.createdAt = createdAt;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  ArtifactRow() {}
}
