package dev.treadle.partial;

import dev.treadle.metadata.CacheEntry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in for the steps that a run does not execute: results of another run. */
public final class Origin {
  /** That of a run that needs none. */
  public static final Origin NONE = new Origin(null, Map.of(), Set.of());

  /** A step run in its run. */
  record Place(String step, int mapIndex) {}

  private final @Nullable Long run;
  private final Map<Place, CacheEntry> results;
  private final Set<Place> skipped;

  Origin(@Nullable Long run, Map<Place, CacheEntry> results, Set<Place> skipped) {
    this.run = run;
    this.results = Map.copyOf(results);
    this.skipped = Set.copyOf(skipped);
  }

  /** The run's number, null when nothing is taken from any. */
  public @Nullable Long run() {
    return run;
  }

  /** The result of a step, in a map that of one item; it names the run that computed it, which may be an earlier one. */
  public Optional<CacheEntry> result(String step, int mapIndex) {
    return Optional.ofNullable(results.get(new Place(step, mapIndex)));
  }

  /** All that it gives. */
  public Collection<CacheEntry> results() {
    return results.values();
  }

  /** Whether a branch of the other run went the other way. */
  public boolean wasSkipped(String step, int mapIndex) {
    return skipped.contains(new Place(step, mapIndex));
  }
}
