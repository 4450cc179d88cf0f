package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetricPoint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A metric of a step run with its last point. */
@Entity
@Table(name = "metric")
@IdClass(MetricRow.Key.class)
class MetricRow {
  record Key(UUID stepRunId, String metricName) implements Serializable {}

  @Id
  UUID stepRunId;

  @Id
  String metricName;

  long points;
  long lastStep;
  long lastBits;

  @Nullable
  Double lastNumber;

  long lastAt;

  MetricRow(UUID stepRun, String name, long points, MetricPoint last) {
    this.stepRunId = stepRun;
    this.metricName = name;
    this.points = points;
    this.lastStep = last.step();
    this.lastBits = Double.doubleToRawLongBits(last.number());
    this.lastNumber = Double.isFinite(last.number()) ? last.number() : null;
    this.lastAt = last.at().toEpochMilli();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  MetricRow() {}
}
