package dev.treadle.graph.layout;

/** Something to be placed: a box, a whole group, or a port on a group's border. */
record Vertex(double width, double height, Pin pin) {

  /** Where it has to be. */
  enum Pin {
    ANYWHERE,
    FIRST_LAYER,
    LAST_LAYER
  }
}
