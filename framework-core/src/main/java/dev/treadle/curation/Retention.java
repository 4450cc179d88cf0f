package dev.treadle.curation;

import dev.treadle.metadata.Change.DeleteVersions.Uses;
import dev.treadle.metadata.VersionUse;
import dev.treadle.metadata.VersionUse.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which versions may go. Whatever it says, those stay that have an alias or the tag {@code keep}, and those that a run needs
 * which has not ended.
 *
 * @param olderThan younger ones stay; empty when the age does not count
 * @param keepLast how many of each artifact stay, the newest
 * @param uses whether those stay that were read by a step or taken from the cache
 */
public record Retention(Optional<Duration> olderThan, int keepLast, Uses uses) {
  /** The newest version of each artifact stays unless somebody asks for less. */
  public static final int KEEP_LAST = 1;

  /** No version goes, only what nothing refers to. */
  public static final Retention EVERYTHING =
      new Retention(Optional.empty(), Integer.MAX_VALUE, Uses.KEEP);

  public Retention {
    if (keepLast < 0) {
      throw new IllegalArgumentException("keepLast is " + keepLast);
    }
  }

  /** Why a version stays; empty when it may go. */
  Optional<Kept> kept(VersionUse version, int newer, Instant now) {
    for (Hold hold : Hold.values()) {
      if (version.holds().contains(hold) && (hold != Hold.USE || uses == Uses.KEEP)) {
        return Optional.of(Kept.of(hold));
      }
    }
    if (newer < keepLast) {
      return Optional.of(Kept.NEWEST);
    }
    return olderThan
        .filter(age -> version.createdAt().isAfter(now.minus(age)))
        .map(age -> Kept.YOUNGER);
  }

  /** Why a version stays, the strongest reason first. */
  public enum Kept {
    ALIAS,
    TAG,
    RUN,
    USE,
    NEWEST,
    YOUNGER;

    private static Kept of(Hold hold) {
      return switch (hold) {
        case ALIAS -> ALIAS;
        case TAG -> TAG;
        case RUN -> RUN;
        case USE -> USE;
      };
    }
  }
}
