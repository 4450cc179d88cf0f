package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.HolderKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A tag of a run or of a step run. */
@Entity
@Table(name = "tag")
@IdClass(TagRow.Key.class)
class TagRow {
  record Key(UUID holderId, String holderKind, String tagKey) implements Serializable {}

  @Id
  UUID holderId;

  @Id
  String holderKind;

  @Id
  String tagKey;

  String tagText;

  TagRow(UUID holder, HolderKind kind, String key, String text) {
    this.holderId = holder;
    this.holderKind = kind.name();
    this.tagKey = key;
    this.tagText = text;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  TagRow() {}
}
