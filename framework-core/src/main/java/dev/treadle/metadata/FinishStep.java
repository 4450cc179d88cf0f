package dev.treadle.metadata;

import dev.treadle.api.run.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commits the end of a step: status, attempts, outputs, edges, cache key, facts, metrics. Gives the numbers of the new
 * versions in the order of {@link #outputs}, gapless from 1 for each artifact.
 *
 * @param status a terminal one
 * @param cacheKey the key and its parts, null when the step is not cacheable or cached: then it is that of {@code cachedFrom}
 * @param reusable whether the result may serve a later cache look-up
 * @param cachedFrom the step run whose result was used, null unless cached
 * @param attempts those that are not committed yet; when a step that failed brings none, what its last attempt said and read stays
 * @param outputs versions to create; empty when cached, as the edges then point to existing versions
 * @param edges existing versions that were read, and for a cached step also those it stands for
 * @param facts of the step run
 * @param runTags tags that the step gave the run
 */
public record FinishStep(
    UUID stepRun,
    UUID run,
    String step,
    int mapIndex,
    StepStatus status,
    @Nullable Instant startedAt,
    Instant endedAt,
    @Nullable String reason,
    @Nullable CacheEntryKey cacheKey,
    boolean reusable,
    @Nullable UUID cachedFrom,
    String summary,
    List<AttemptRecord> attempts,
    List<NewVersion> outputs,
    List<NewEdge> edges,
    List<Fact> facts,
    List<MetricPoint> metrics,
    Map<String, String> tags,
    Map<String, String> runTags)
    implements UnitOfWork<List<Long>> {
  public FinishStep {
    attempts = List.copyOf(attempts);
    outputs = List.copyOf(outputs);
    edges = List.copyOf(edges);
    facts = List.copyOf(facts);
    metrics = List.copyOf(metrics);
    tags = Map.copyOf(tags);
    runTags = Map.copyOf(runTags);
  }
}
