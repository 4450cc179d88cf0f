package dev.treadle.run.reuse;

import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.partial.Origin;
import dev.treadle.partial.Origins;
import dev.treadle.partial.Part;
import dev.treadle.partial.PartialPlan;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ValueStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a partial run does not execute: tasks that end at once, without a result or with that of another run. */
public final class LeftOut {
  /** That of a whole run. */
  static final LeftOut NOTHING =
      new LeftOut(null, Origin.NONE, StepSelection.ALL, result -> List.of());

  private final @Nullable PartialPlan plan;
  private final Origin origin;
  private final StepSelection selection;
  /** What is missing or damaged of a result since all were verified; it stays as it is from then on. */
  private final Function<CacheEntry, List<String>> lost;

  private LeftOut(
      @Nullable PartialPlan plan,
      Origin origin,
      StepSelection selection,
      Function<CacheEntry, List<String>> lost) {
    this.plan = plan;
    this.origin = origin;
    this.selection = selection;
    this.lost = lost;
  }

  /**
   * Works it out, and finds that all of what is taken is there and whole.
   *
   * @throws TreadleException RUN-205, RUN-240 or RUN-241
   */
  public static LeftOut of(
      CompiledPipeline pipeline,
      StepSelection selection,
      MetadataQueries queries,
      ValueStore values) {
    if (selection.equals(StepSelection.ALL)) {
      return NOTHING;
    }
    PartialPlan plan = PartialPlan.of(pipeline.graph(), selection);
    Origin origin = new Origins(pipeline, plan, queries).find(selection.inputsOf());
    // As long as nothing is deleted after this, what is whole now is whole when the run has begun.
    long sweeps = queries.sweeps();
    refuse(result -> TakenResults.problems(result, values), origin.results(), origin);
    return new LeftOut(plan, origin, selection.takingFrom(origin.run()), result -> {
      TakenResults.rely(result, values);
      return queries.sweeps() == sweeps ? List.of() : TakenResults.problems(result, values);
    });
  }

  /** The selection with the run that results are taken from; null there when none are. */
  public StepSelection selection() {
    return selection;
  }

  /** Why a task ends without a result; empty when it has one or gets one. */
  public Optional<Obstacle> obstacle(Task task) {
    if (plan == null) {
      return Optional.empty();
    }
    return switch (plan.part(task.node().name())) {
      case EXECUTED -> Optional.empty();
      case LEFT_OUT ->
        Optional.of(new Obstacle(StepStatus.SKIPPED, plan.reason(task.node().name())));
      case TAKEN ->
        origin.wasSkipped(task.node().name(), task.mapIndex())
            ? Optional.of(new Obstacle(StepStatus.SKIPPED, "was skipped in run #" + origin.run()))
            : Optional.empty();
    };
  }

  /** Why a task cannot run; what stands in for a step is there whatever became of those before it. */
  public Optional<Obstacle> obstacle(Task task, RunValues values) {
    Optional<Obstacle> left = obstacle(task);
    return left.isPresent() || takes(task) ? left : Obstacle.of(task, values);
  }

  /** Whether something stands in for the task's step. */
  public boolean takes(Task task) {
    return plan != null && plan.part(task.node().name()) == Part.TAKEN;
  }

  /**
   * The result that stands in for a step; empty when the step is executed.
   *
   * @throws TreadleException RUN-241 when the other run has no such item, ART-401 when it cannot be read any more
   */
  public Optional<CacheDecision> taken(Task task) {
    if (!takes(task)) {
      return Optional.empty();
    }
    CacheEntry result = origin
        .result(task.node().name(), task.mapIndex())
        .orElseThrow(() -> new TreadleException(
            CoreProblem.RUN_RESULT_MISSING, "Run " + origin.run() + " has no " + task.label()));
    refuse(lost, List.of(result), origin); // again, as only a run that has begun can hold it
    return Optional.of(
        new CacheDecision(null, result, "not executed, taken from run #" + origin.run()));
  }

  private static void refuse(
      Function<CacheEntry, List<String>> damage, Collection<CacheEntry> results, Origin origin) {
    List<String> damaged = results.stream().map(damage).flatMap(List::stream).toList();
    if (!damaged.isEmpty()) {
      throw new TreadleException(
          CoreProblem.ART_CORRUPTED,
          "What run " + origin.run() + " should give cannot be read any more:"
              + damaged.stream().map(line -> "\n  " + line).collect(Collectors.joining()));
    }
  }
}
