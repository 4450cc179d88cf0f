package dev.treadle.metadata.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Consecutive points of a metric, packed by {@link PackedPoints}. */
@Entity
@Table(name = "metric_block")
@IdClass(MetricBlockRow.Key.class)
class MetricBlockRow {
  record Key(UUID stepRunId, String metricName, long firstPoint) implements Serializable {}

  @Id
  UUID stepRunId;

  @Id
  String metricName;

  @Id
  long firstPoint;

  int points;
  byte[] packed;

  MetricBlockRow(UUID stepRun, String name, long firstPoint, int points, byte[] packed) {
    this.stepRunId = stepRun;
    this.metricName = name;
    this.firstPoint = firstPoint;
    this.points = points;
    this.packed = packed;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  MetricBlockRow() {}
}
