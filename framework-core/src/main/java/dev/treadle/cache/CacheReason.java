package dev.treadle.cache;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a step ran, or the reason why it did not have to.
 *
 * @param part of the key, such as {@code param depth}; empty if the reason is not in the key
 * @param before in the nearest earlier run; null if it had no such part or there is none
 * @param after in this run; null if it has no such part
 * @param text one line for people, such as {@code param depth: 4 → 5}
 */
public record CacheReason(
    Kind kind,
    String part,
    @Nullable String before,
    @Nullable String after,
    String text) {

  static CacheReason of(Kind kind, String text) {
    return new CacheReason(kind, "", null, null, text);
  }

  public enum Kind {
    /** Not a reason to run: the key equals that of an earlier run. */
    REUSED,
    /** A part of the key differs from the nearest earlier run. */
    CHANGED,
    /** An earlier run had the same key, and there is no result of it: it failed, or the result was deleted. */
    RESULT_GONE,
    /** No earlier run of the step can be compared. */
    FIRST_RUN,
    CACHING_OFF,
    /** The code of the step cannot be read and no version is declared. */
    CODE_UNAVAILABLE,
    /** There was a run with the same key, but its outputs are missing or damaged. */
    BYTES_UNUSABLE
  }
}
