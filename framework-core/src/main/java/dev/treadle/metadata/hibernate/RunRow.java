package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.StartRun;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The start of a run; {@link RunEndRow} maps the columns that its end fills. */
@Entity
@Table(name = "run")
class RunRow {
  @Id
  UUID id;

  UUID projectId;
  long runNumber;
  UUID pipelineId;
  String snapshotDigest;
  String environmentDigest;
  String status;
  long startedAt;
  String paramsJson;
  long seed;
  String stackName;
  String startedBy;
  String host;

  /** Null for a run of all steps. */
  @Nullable
  String selectionJson;

  RunRow(StartRun unit, UUID projectId, UUID pipelineId, long runNumber) {
    this.id = unit.id();
    this.projectId = projectId;
    this.runNumber = runNumber;
    this.pipelineId = pipelineId;
    this.snapshotDigest = unit.snapshotDigest();
    this.environmentDigest = unit.environmentDigest();
    this.status = RunStatus.RUNNING.name();
    this.startedAt = unit.at().toEpochMilli();
    this.paramsJson = unit.paramsJson();
    this.seed = unit.seed();
    this.stackName = unit.stack();
    this.startedBy = unit.user();
    this.host = unit.host();
    this.selectionJson = SelectionJson.write(unit.selection());
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  RunRow() {}
}
