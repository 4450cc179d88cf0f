package dev.treadle.api.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a pipeline, as read from the store.
 *
 * @param number its number in the project, from 1
 * @param paramsJson the bound parameters as a JSON object
 * @param seed the run's seed
 * @param stack the stack's name
 * @param user who started it
 * @param host where
 * @param stepCounts how many step runs are in each state; states without one are absent
 * @param error what made it fail, null unless it failed
 * @param tags its tags
 * @param note what somebody wrote of it, null when nobody did
 * @param selection which steps it executes, and the run whose results stand in for others
 * @since 0.1
 */
public record PipelineRun(
    UUID id,
    long number,
    String pipeline,
    RunStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    String paramsJson,
    long seed,
    String stack,
    String user,
    String host,
    Map<StepStatus, Integer> stepCounts,
    @Nullable String error,
    Map<String, String> tags,
    @Nullable String note,
    StepSelection selection) {
  public PipelineRun {
    stepCounts = Map.copyOf(stepCounts);
    tags = Map.copyOf(tags);
  }

  /** A run of all steps. */
  public PipelineRun(
      UUID id,
      long number,
      String pipeline,
      RunStatus status,
      Instant startedAt,
      @Nullable Instant endedAt,
      String paramsJson,
      long seed,
      String stack,
      String user,
      String host,
      Map<StepStatus, Integer> stepCounts,
      @Nullable String error,
      Map<String, String> tags,
      @Nullable String note) {
    this(
        id,
        number,
        pipeline,
        status,
        startedAt,
        endedAt,
        paramsJson,
        seed,
        stack,
        user,
        host,
        stepCounts,
        error,
        tags,
        note,
        StepSelection.ALL);
  }

  /** How many step runs there are in all. */
  public int steps() {
    return stepCounts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
