package dev.treadle.api.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What happened to a part on the way from the base to the other.
 *
 * @since 0.1
 */
public enum ChangeKind {
  /** Only the other has it. */
  @JsonProperty("added")
  ADDED,
  /** Only the base has it. */
  @JsonProperty("removed")
  REMOVED,
  /** Both have it, and it is not the same. */
  @JsonProperty("changed")
  CHANGED
}
