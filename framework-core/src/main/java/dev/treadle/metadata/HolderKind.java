package dev.treadle.metadata;

/** What a tag, a note or a fact can hang on. */
public enum HolderKind {
  RUN,
  STEP_RUN,
  VERSION
}
