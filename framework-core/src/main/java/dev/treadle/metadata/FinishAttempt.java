package dev.treadle.metadata;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Commits an attempt that has ended when another may follow, so that it is known even if the process is lost before the step ends.
 * What it said and read stays until the next attempt of the step has ended; its tags of the run stay for good. An attempt that is
 * known to be the last comes with {@link FinishStep}.
 *
 * @param edges existing versions that it read
 * @param facts of the step run
 * @param runTags tags that it gave the run
 */
public record FinishAttempt(
    UUID stepRun,
    UUID run,
    AttemptRecord attempt,
    List<NewEdge> edges,
    List<Fact> facts,
    List<MetricPoint> metrics,
    Map<String, String> runTags)
    implements UnitOfWork<Void> {
  public FinishAttempt {
    edges = List.copyOf(edges);
    facts = List.copyOf(facts);
    metrics = List.copyOf(metrics);
    runTags = Map.copyOf(runTags);
  }

  /** One that said and read nothing. */
  public FinishAttempt(UUID stepRun, UUID run, AttemptRecord attempt) {
    this(stepRun, run, attempt, List.of(), List.of(), List.of(), Map.of());
  }
}
