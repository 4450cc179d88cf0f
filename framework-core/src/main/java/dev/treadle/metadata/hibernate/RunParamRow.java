package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.RunParameter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parameter of a run. */
@Entity
@Table(name = "run_param")
@IdClass(RunParamRow.Key.class)
class RunParamRow {
  record Key(UUID runId, String paramKey) implements Serializable {}

  @Id
  UUID runId;

  @Id
  String paramKey;

  String paramText;

  @Nullable
  Double paramNumber;

  boolean changed;

  RunParamRow(UUID run, RunParameter parameter) {
    this.runId = run;
    this.paramKey = parameter.key();
    this.paramText = parameter.text();
    this.paramNumber = parameter.number();
    this.changed = parameter.changed();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  RunParamRow() {}
}
