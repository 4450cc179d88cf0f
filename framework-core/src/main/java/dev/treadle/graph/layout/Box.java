package dev.treadle.graph.layout;

import java.util.Optional;

/**
 * A node of a diagram.
 *
 * @param name unique in its diagram
 * @param map the index of the map's box whose group holds this one, -1 when none does; a map is in its own group
 * @param status how it fared in a run; empty without a run
 */
public record Box(String name, Kind kind, int map, Optional<BoxStatus> status) {

  /** What a box stands for. */
  public enum Kind {
    STEP,
    /** A run-time fan-out: the rest of its group runs for each item. */
    MAP,
    BRANCH
  }
}
