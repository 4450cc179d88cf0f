package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.Failure;
import dev.treadle.metadata.AttemptRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt of a step. */
@Entity
@Table(name = "attempt")
@IdClass(AttemptRow.Key.class)
class AttemptRow {
  record Key(UUID stepRunId, int attemptNumber) implements Serializable {}

  @Id
  UUID stepRunId;

  @Id
  int attemptNumber;

  String status;
  long startedAt;
  long endedAt;

  @Nullable
  String errorClass;

  @Nullable
  String errorMessage;

  @Nullable
  String stackTrace;

  @Nullable
  String logPath;

  long logBytes;

  @Nullable
  String host;

  AttemptRow(UUID stepRun, AttemptRecord attempt) {
    this.stepRunId = stepRun;
    this.attemptNumber = attempt.number();
    this.status = attempt.status().name();
    this.startedAt = attempt.startedAt().toEpochMilli();
    this.endedAt = attempt.endedAt().toEpochMilli();
    Failure failure = attempt.failure();
    this.errorClass = failure == null ? null : failure.errorClass();
    this.errorMessage = failure == null ? null : failure.message();
    this.stackTrace = failure == null ? null : failure.stackTrace();
    this.logPath = attempt.logPath();
    this.logBytes = attempt.logBytes();
    this.host = attempt.host();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  AttemptRow() {}
}
