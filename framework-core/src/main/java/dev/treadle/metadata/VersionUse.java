package dev.treadle.metadata;

import java.time.Instant;
import java.util.Set;

/**
 * A stored version and what holds it.
 *
 * @param digest lower-case hex
 */
public record VersionUse(
    VersionRef version, String digest, long sizeBytes, Instant createdAt, Set<Hold> holds) {
  /** The tag that keeps a version, whatever its text. */
  public static final String KEEP_TAG = "keep";

  public VersionUse {
    holds = Set.copyOf(holds);
  }

  /** Why a version may be wanted. */
  public enum Hold {
    /** It has an alias. */
    ALIAS,
    /** It has the tag {@code keep}. */
    TAG,
    /** A run that has not ended made or read it, or may take it from the cache. */
    RUN,
    /** A step of another run, or another step, has read it or taken it from the cache. */
    USE
  }
}
