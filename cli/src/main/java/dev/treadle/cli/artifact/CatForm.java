package dev.treadle.cli.artifact;

/** How the content of an artifact is printed. */
enum CatForm {
  /** Rows with a header. */
  CSV,
  /** One JSON value. */
  JSON,
  /** The stored bytes. */
  RAW
}
