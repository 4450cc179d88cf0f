package dev.treadle.metadata.hibernate;

/** What a fact or a tag hangs on. */
enum HolderKind {
  RUN,
  STEP_RUN,
  VERSION
}
