package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A project. */
@Entity
@Table(name = "project")
class ProjectRow {
  @Id
  UUID id;

  String name;
  long createdAt;

  ProjectRow(UUID id, String name, long createdAt) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  ProjectRow() {}
}
