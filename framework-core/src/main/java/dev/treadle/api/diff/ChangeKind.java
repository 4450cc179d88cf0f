package dev.treadle.api.diff;

/**
 * What happened to a part on the way from the base to the other.
 *
 * @since 0.1
 */
public enum ChangeKind {
  /** Only the other has it. */
  ADDED,
  /** Only the base has it. */
  REMOVED,
  /** Both have it, and it is not the same. */
  CHANGED
}
