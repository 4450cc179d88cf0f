package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A graph, stored once for each digest. */
@Entity
@Table(name = "snapshot")
class SnapshotRow {
  @Id
  String digest;

  String graphJson;

  SnapshotRow(String digest, String graphJson) {
    this.digest = digest;
    this.graphJson = graphJson;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  SnapshotRow() {}
}
