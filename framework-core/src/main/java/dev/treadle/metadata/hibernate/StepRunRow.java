package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.StartStep;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step in a run. */
@Entity
@Table(name = "step_run")
class StepRunRow {
  @Id
  UUID id;

  @Column(updatable = false)
  long seq;

  UUID runId;
  String stepName;
  int mapIndex;
  String status;

  @Nullable
  Long startedAt;

  @Nullable
  Long endedAt;

  int attempts;

  @Nullable
  String reason;

  @Nullable
  UUID cachedFrom;

  String summary;

  StepRunRow(StartStep unit, long seq) {
    this.id = unit.stepRun();
    this.seq = seq;
    this.runId = unit.run();
    this.stepName = unit.step();
    this.mapIndex = unit.mapIndex();
    this.status = StepStatus.RUNNING.name();
    this.startedAt = unit.at().toEpochMilli();
    this.attempts = unit.attempt();
    this.summary = "";
  }

  StepRunRow(FinishStep unit, long seq, int attempts) {
    this.id = unit.stepRun();
    this.seq = seq;
    this.runId = unit.run();
    this.stepName = unit.step();
    this.mapIndex = unit.mapIndex();
    this.status = unit.status().name();
    this.startedAt = millis(unit.startedAt());
    this.endedAt = unit.endedAt().toEpochMilli();
    this.attempts = attempts;
    this.reason = unit.reason();
    this.cachedFrom = unit.cachedFrom();
    this.summary = unit.summary();
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  StepRunRow() {}
}
