package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.FinishRun;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a run that its end fills, so that the parameters are not written again. */
@Entity
@Table(name = "run")
class RunEndRow {
  @Id
  UUID id;

  String status;

  @Nullable
  Long endedAt;

  @Nullable
  String errorText;

  @Nullable
  String stepCounts;

  RunEndRow(FinishRun unit, String stepCounts) {
    this.id = unit.run();
    this.status = unit.status().name();
    this.endedAt = unit.at().toEpochMilli();
    this.errorText = unit.error();
    this.stepCounts = stepCounts;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  RunEndRow() {}
}
