package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.EdgeRole;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An edge between a step run and a version. */
@Entity
@Table(name = "edge")
class EdgeRow {
  @Id
  long seq;

  UUID stepRunId;
  UUID versionId;
  String edgeRole;
  String name;

  EdgeRow(long seq, UUID stepRun, UUID version, EdgeRole role, String name) {
    this.seq = seq;
    this.stepRunId = stepRun;
    this.versionId = version;
    this.edgeRole = role.name();
    this.name = name;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  EdgeRow() {}
}
