package dev.treadle.compile;

/** What a graph can need that not every orchestrator has. */
public enum GraphFeature {
  /** Fan-out over a list that is known only at run time. */
  MAP,
  /** Steps that depend on a condition known only at run time. */
  BRANCH,
  /** Processors or memory for a step. */
  RESOURCES,
  /** Graphics processors for a step. */
  GPU
}
