package dev.treadle.metadata;

import java.util.List;
import java.util.UUID;

/**
 * A stored result that a step may use.
 *
 * @param runNumber the run that computed it
 */
public record CacheEntry(
    String keyDigest, UUID stepRun, long runNumber, String summary, List<CachedOutput> outputs) {
  public CacheEntry {
    outputs = List.copyOf(outputs);
  }

  /** One output of the stored result; the preview is left out of the content. */
  public record CachedOutput(String output, VersionRef version, VersionContent content) {}
}
