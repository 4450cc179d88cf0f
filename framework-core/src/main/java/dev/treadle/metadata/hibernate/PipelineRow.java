package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A pipeline by name. */
@Entity
@Table(name = "pipeline")
class PipelineRow {
  @Id
  UUID id;

  UUID projectId;
  String name;
  long createdAt;

  PipelineRow(UUID id, UUID projectId, String name, long createdAt) {
    this.id = id;
    this.projectId = projectId;
    this.name = name;
    this.createdAt = createdAt;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  PipelineRow() {}
}
