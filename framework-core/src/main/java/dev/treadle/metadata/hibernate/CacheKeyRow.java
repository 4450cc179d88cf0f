package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.CacheEntryKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The cache key of a step run. */
@Entity
@Table(name = "cache_key")
class CacheKeyRow {
  @Id
  long stepSeq;

  String keyDigest;
  String partsJson;
  boolean reusable;

  CacheKeyRow(long stepSeq, CacheEntryKey key, boolean reusable) {
    this.stepSeq = stepSeq;
    this.keyDigest = key.digest();
    this.partsJson = key.partsJson();
    this.reusable = reusable;
  }

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  CacheKeyRow() {}
}
