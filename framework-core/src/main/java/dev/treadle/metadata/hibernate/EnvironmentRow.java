package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An environment, stored once for each digest. */
@Entity
@Table(name = "environment")
class EnvironmentRow {
  @Id
  String digest;

  String environmentJson;

  EnvironmentRow(String digest, String environmentJson) {
    this.digest = digest;
    this.environmentJson = environmentJson;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  EnvironmentRow() {}
}
