package dev.treadle.partial;

/** What a node of the graph has to do with a partial run. */
public enum Part {
  /** It is done, as in a whole run. */
  EXECUTED,
  /** A step that is not executed; its result comes from another run. */
  TAKEN,
  /** It is not executed, and nothing that is needs it. */
  LEFT_OUT
}
