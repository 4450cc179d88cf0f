package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Fact;
import dev.treadle.metadata.HolderKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A fact of a step run or of a version. */
@Entity
@Table(name = "fact")
@IdClass(FactRow.Key.class)
class FactRow {
  record Key(UUID holderId, String holderKind, String factKey) implements Serializable {}

  @Id
  UUID holderId;

  @Id
  String holderKind;

  @Id
  String factKey;

  String factJson;

  FactRow(UUID holder, HolderKind kind, Fact fact) {
    this.holderId = holder;
    this.holderKind = kind.name();
    this.factKey = fact.key();
    this.factJson = fact.json();
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  FactRow() {}
}
