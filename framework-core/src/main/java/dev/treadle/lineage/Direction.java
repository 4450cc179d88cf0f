package dev.treadle.lineage;

/** Which way to follow lineage. */
public enum Direction {
  /** Towards what it was made from. */
  UPSTREAM,
  /** Towards what was made from it. */
  DOWNSTREAM
}
