package dev.treadle.cache;

import dev.treadle.cache.CacheReason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says why a step ran or was taken from the cache.
 *
 * @param reasons at least one
 * @param nearest the earlier run that was compared, such as {@code run #41}; null if none was
 * @param parts the number of parts that this key and the nearest have between them; 0 if none was compared
 */
public record CacheExplanation(
    List<CacheReason> reasons, @Nullable String nearest, int parts) {
  private static final int KEY_SHOWN = 4;

  public CacheExplanation {
    reasons = List.copyOf(reasons);
  }

  /** Compares with the earlier run whose key has the fewest parts that differ, the newest of them if there are several. */
  public static CacheExplanation of(StepKey current, List<StepKey> newestFirst) {
    @Nullable CacheExplanation nearest = null;
    for (StepKey candidate : newestFirst) {
      CacheExplanation next = compare(candidate, current);
      if (nearest == null || next.changes() < nearest.changes()) {
        nearest = next;
      }
    }
    return nearest == null ? because(Kind.FIRST_RUN, "first run of this step") : nearest;
  }

  /** A stored result has the same key. */
  public static CacheExplanation reused(CacheKey key, String run) {
    return because(Kind.REUSED, reuse(key, run));
  }

  /** Caching does not apply, by an option such as {@code @Step(cache = Caching.OFF)}. */
  public static CacheExplanation cachingOff(String option) {
    return because(Kind.CACHING_OFF, "caching is off: " + option);
  }

  public static CacheExplanation codeUnavailable(Fingerprint.Unavailable code) {
    return because(
        Kind.CODE_UNAVAILABLE,
        "the code cannot be read and no version is declared: " + code.reason());
  }

  /** A run with the same key exists, but its outputs cannot be used; {@code what} names them and the damage. */
  public static CacheExplanation bytesUnusable(String what) {
    return because(Kind.BYTES_UNUSABLE, "stored bytes are missing or damaged: " + what);
  }

  /** All reasons in one line. */
  public String text() {
    return reasons.stream().map(CacheReason::text).collect(Collectors.joining("; "));
  }

  /** What was compared, such as {@code nearest: run #41, 1 of 6 key parts differs}; empty if nothing differs. */
  public Optional<String> comparison() {
    int changes = changes();
    return nearest == null || changes == 0
        ? Optional.empty()
        : Optional.of("nearest: %s, %d of %d key parts %s"
            .formatted(nearest, changes, parts, changes == 1 ? "differs" : "differ"));
  }

  private int changes() {
    return (int)
        reasons.stream().filter(reason -> reason.kind() == Kind.CHANGED).count();
  }

  private static String reuse(CacheKey key, String run) {
    return "key %s… equals %s".formatted(key.digest().substring(0, KEY_SHOWN), run);
  }

  private static CacheExplanation because(Kind kind, String text) {
    return new CacheExplanation(List.of(CacheReason.of(kind, text)), null, 0);
  }

  private static CacheExplanation compare(StepKey before, StepKey after) {
    SortedMap<KeyPart, PartChange> changes = new TreeMap<>(KeyPart.ORDER);
    before
        .key()
        .parts()
        .forEach(part -> changes.put(part, new PartChange(part, part.value(), null)));
    after
        .key()
        .parts()
        .forEach(
            part -> changes.merge(part, new PartChange(part, null, part.value()), PartChange::to));
    List<CacheReason> reasons = new ArrayList<>();
    changes.values().stream()
        .filter(PartChange::differs)
        .forEach(change -> reasons.add(change.reason(before, after)));
    if (reasons.isEmpty()) {
      reasons.add(CacheReason.of(
          Kind.RESULT_GONE,
          before.run() + " had the same key and left no result, or it was deleted"));
    }
    return new CacheExplanation(reasons, before.run(), changes.size());
  }
}
