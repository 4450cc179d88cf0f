package dev.treadle.curation;

import dev.treadle.curation.Retention.Kept;
import dev.treadle.metadata.VersionUse;
import java.util.List;
import java.util.Map;

/**
 * What pruning would do.
 *
 * @param deleted the versions that would go, by artifact, the newest first
 * @param kept how many stay for which reason; none with zero
 * @param deletedBytes what is stored of those that go and of nothing else, before compression
 * @param storedBytes what is stored of all, before compression
 * @param orphans objects in the artifact store that nothing refers to
 * @param orphanBytes what these take
 */
public record PrunePlan(
    Retention retention,
    List<VersionUse> deleted,
    Map<Kept, Integer> kept,
    long deletedBytes,
    long storedBytes,
    long orphans,
    long orphanBytes) {
  public PrunePlan {
    deleted = List.copyOf(deleted);
    kept = Map.copyOf(kept);
  }

  /** How many artifacts lose a version. */
  public long artifacts() {
    return deleted.stream().map(use -> use.version().artifact()).distinct().count();
  }

  public boolean isEmpty() {
    return deleted.isEmpty() && orphans == 0;
  }
}
