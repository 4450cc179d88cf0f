package dev.treadle.run.plan;

import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledStep;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.StepNode;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.Schedule;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes through a graph of which one step is to be executed, until its inputs are known. */
final class OneStep {
  private static final UUID NO_ID = new UUID(0, 0);

  private final LeftOut leftOut;
  private final RunGraph graph;
  private final Schedule schedule;

  OneStep(LeftOut leftOut, RunGraph graph) {
    this.leftOut = leftOut;
    this.graph = graph;
    this.schedule = graph.schedule();
  }

  /**
   * The step with its inputs.
   *
   * @param mapIndex the item in a map, -1 outside of maps
   * @throws TreadleException RUN-205 when there is no such item, RUN-242 when a branch goes the other way
   */
  StepWork find(CompiledStep step, int mapIndex) {
    boolean mapped = step.node().scope().map().isPresent();
    if (!mapped && mapIndex >= 0) {
      throw new TreadleException(
          CoreProblem.RUN_STEP_NOT_FOUND,
          "'" + step.name() + "' is no step of a map\nfix: leave [" + mapIndex + "] out");
    }
    Deque<Task> queue = new ArrayDeque<>(schedule.start());
    while (!queue.isEmpty()) {
      Task task = queue.poll();
      if (task.node().name().equals(step.name()) && (task.mapIndex() == mapIndex || !mapped)) {
        return work(task, step);
      }
      queue.addAll(advance(task));
    }
    int items = schedule.ofItems(step.name()).length;
    throw new TreadleException(
        CoreProblem.RUN_STEP_NOT_FOUND,
        "'" + step.name() + "' is a step of a map that has "
            + (items == 0
                ? "no items"
                : items + " items\nfix: name one of " + step.name() + "[0] to " + step.name() + "["
                    + (items - 1) + "]"));
  }

  private StepWork work(Task task, CompiledStep step) {
    Obstacle.of(task, graph.values()).ifPresent(obstacle -> {
      throw new TreadleException(
          CoreProblem.RUN_STEP_SKIPPED,
          "Step '" + task.label() + "' would be skipped: " + obstacle.reason());
    });
    return new StepWork(task, step, NO_ID, graph.inputs(task));
  }

  private List<Task> advance(Task task) {
    Optional<Obstacle> obstacle = leftOut.obstacle(task, graph.values());
    if (obstacle.isPresent()) {
      return graph.end(task, StepResult.without(obstacle.get().status()));
    }
    Optional<CacheDecision> taken = leftOut.taken(task);
    if (taken.isPresent() && taken.get().hit() != null) {
      return graph.end(task, StepResult.cached(graph.step(task), taken.get().hit()));
    }
    if (task.node() instanceof BranchNode branch) {
      return graph.decide(task, branch);
    }
    if (task.node() instanceof MapNode map && !task.isExpanded()) {
      return schedule.expand(task, graph.takeApart(task, map));
    }
    // A step that comes here is the same one for another item.
    return graph.end(
        task,
        StepResult.without(
            task.node() instanceof StepNode ? StepStatus.SKIPPED : StepStatus.COMPLETED));
  }
}
