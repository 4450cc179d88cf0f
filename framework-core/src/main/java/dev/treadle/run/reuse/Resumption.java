package dev.treadle.run.reuse;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledStep;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntry.CachedOutput;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a run that goes on has from before. */
public final class Resumption {
  /** That of a new run. */
  public static final Resumption NONE = new Resumption(Map.of(), Set.of(), Map.of());

  private record Place(String node, int mapIndex) {}

  private final Map<Place, StepRun> steps;
  private final Set<UUID> lost;
  private final Map<UUID, List<CachedOutput>> outputs;

  /** @param lost the steps whose last attempt was under way */
  private Resumption(
      Map<Place, StepRun> steps, Set<UUID> lost, Map<UUID, List<CachedOutput>> outputs) {
    this.steps = steps;
    this.lost = lost;
    this.outputs = outputs;
  }

  /** Reads it once nobody else records in the run any more. */
  public static Resumption of(UUID run, MetadataQueries queries) {
    Map<Place, StepRun> steps = new HashMap<>();
    queries.steps(run).stream()
        .filter(step -> step.status() != StepStatus.NOT_RUN)
        .forEach(step -> steps.put(new Place(step.step(), step.mapIndex()), step));
    return new Resumption(
        steps,
        steps.values().stream()
            .filter(step -> isLost(step, queries))
            .map(StepRun::id)
            .collect(Collectors.toSet()),
        queries.outputs(steps.values().stream()
            .filter(step -> step.status().hasOutputs())
            .map(StepRun::id)
            .toList()));
  }

  /** The step run of a task that is recorded, whatever became of it. */
  public Optional<StepRun> step(Task task) {
    return Optional.ofNullable(steps.get(new Place(task.node().name(), task.mapIndex())));
  }

  /** The result of a step that need not be executed again. */
  public Optional<StepResult> result(Task task, CompiledStep compiled) {
    return step(task).flatMap(step -> {
      if (step.status() == StepStatus.SKIPPED) {
        return Optional.of(StepResult.without(StepStatus.SKIPPED));
      }
      return step.status().hasOutputs()
          ? Optional.of(StepResult.stored(
              step.status(), compiled, outputs.getOrDefault(step.id(), List.of())))
          : Optional.empty();
    });
  }

  /** How many attempts of a task are recorded. */
  public int attempts(Task task) {
    return step(task)
        .map(step -> step.attempts() - (lost.contains(step.id()) ? 1 : 0))
        .orElse(0);
  }

  /** The attempt that was under way when its process was lost. */
  public Optional<AttemptRecord> lost(Task task, Instant now) {
    return step(task)
        .filter(step -> lost.contains(step.id()))
        .map(step -> new AttemptRecord(
            step.attempts(),
            AttemptStatus.INTERRUPTED,
            step.startedAt() == null ? now : step.startedAt(),
            now,
            null,
            null,
            0));
  }

  /** An attempt that failed is recorded before the next begins; a process that is lost in between has lost no attempt. */
  private static boolean isLost(StepRun step, MetadataQueries queries) {
    return (step.status() == StepStatus.RUNNING || step.status() == StepStatus.INTERRUPTED)
        && queries.step(step.id()).orElseThrow().attempts().stream()
            .noneMatch(attempt -> attempt.number() == step.attempts());
  }
}
