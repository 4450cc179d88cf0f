package dev.treadle.graph.layout;

/**
 * A connection of two vertices.
 *
 * @param fromDy how far below the middle of its vertex it starts
 * @param toDy how far below the middle of its vertex it ends
 * @param labelWidth the space that its label needs
 */
record Link(int from, int to, double fromDy, double toDy, double labelWidth) {
  Link(int from, int to) {
    this(from, to, 0, 0, 0);
  }
}
