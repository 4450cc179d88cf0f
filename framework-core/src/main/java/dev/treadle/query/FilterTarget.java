package dev.treadle.query;

/** What is filtered. */
public enum FilterTarget {
  RUNS,
  ARTIFACTS
}
