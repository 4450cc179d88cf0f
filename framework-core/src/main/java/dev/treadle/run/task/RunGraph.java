package dev.treadle.run.task;

import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.CompiledStep;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.run.value.InputValue;
import java.util.Collection;
import java.util.List;

/** The graph of one run as it is now: its schedule and what its nodes have given. Thread-safe as those are. */
public final class RunGraph {
  private final CompiledPipeline pipeline;
  private final Schedule schedule;
  private final RunValues values;
  private final MapItems mapItems;

  public RunGraph(CompiledPipeline pipeline, RunValues values, MapItems mapItems) {
    this.pipeline = pipeline;
    this.schedule = new Schedule(pipeline.graph());
    this.values = values;
    this.mapItems = mapItems;
  }

  public Schedule schedule() {
    return schedule;
  }

  public RunValues values() {
    return values;
  }

  /** The step of a task whose node is one. */
  public CompiledStep step(Task task) {
    return pipeline.step(task.node().name()).orElseThrow();
  }

  /** The inputs of a task that has no obstacle and is a step. */
  public List<InputValue> inputs(Task task) {
    return values.inputs(step(task), task.mapIndex());
  }

  /** Evaluates the condition of a branch, which ends with that. */
  public List<Task> decide(Task task, BranchNode branch) {
    values.putCondition(task, (Boolean)
        values.resolve(branch.condition(), Boolean.class, task.mapIndex()).load());
    return end(task, StepResult.without(StepStatus.COMPLETED));
  }

  /** Takes the list of a map apart and gives the number of its items. */
  public int takeApart(Task task, MapNode map) {
    List<InputValue> items = mapItems.of(map, values, task.mapIndex());
    values.putItems(map.name(), items);
    return items.size();
  }

  /** Ends a task. Gives what became ready by it. */
  public List<Task> end(Task task, StepResult result) {
    values.put(task, result);
    return schedule.end(task, result.status());
  }

  /** The nodes that end with a map which is never expanded. */
  public Collection<Node> endsWith(Task task) {
    return task.node() instanceof MapNode map && !task.isExpanded()
        ? schedule.body(map.name())
        : List.of();
  }
}
