package dev.treadle.query;

/** In which order a list goes by its key. */
public enum Order {
  ASCENDING,
  DESCENDING
}
