package dev.treadle.graph.layout;

/**
 * An edge of a diagram, between boxes by their indexes.
 *
 * @param label empty for a plain value
 */
public record Arrow(int from, int to, Kind kind, String label) {

  /** Why one box waits for the other. */
  public enum Kind {
    /** A value goes along. */
    VALUE,
    /** A map or a branch starts what is inside. */
    CONTROL,
    /** Only the order counts. */
    ORDER
  }
}
