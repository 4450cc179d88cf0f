package dev.treadle.run.process;

import dev.treadle.compile.CompiledPipeline;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.MapItems;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ExternalData;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The values that a step of a run needs, from what is stored of the run. */
final class StoredRunValues {
  private final CompiledPipeline pipeline;
  private final Resumption stored;
  private final RunValues values;
  private final MapItems mapItems;

  private final Task step;

  private StoredRunValues(
      CompiledPipeline pipeline,
      Resumption stored,
      RunValues values,
      MapItems mapItems,
      Task step) {
    this.step = step;
    this.pipeline = pipeline;
    this.stored = stored;
    this.values = values;
    this.mapItems = mapItems;
  }

  /** Those before a step; the steps that give them must have ended. */
  static RunValues of(
      CompiledPipeline pipeline,
      Resumption stored,
      RunServices services,
      ExternalData external,
      Task step) {
    RunValues values = RunValues.of(pipeline, services.values(), external);
    MapItems items = new MapItems(pipeline, services.values(), services.materializers());
    StoredRunValues reader = new StoredRunValues(pipeline, stored, values, items, step);
    // Nodes come after all that they need, so that their order is one in which values can be found.
    reader.needed().forEach(node -> reader.find(pipeline.graph().nodes().get(node)));
    return values;
  }

  /** What the step rests on, with the bodies of maps whose results it may take. */
  private NavigableSet<Integer> needed() {
    NavigableSet<Integer> needed = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(pipeline.node(step.node().name()).orElseThrow());
    while (!open.isEmpty()) {
      int node = open.remove();
      IntStream.concat(
              Arrays.stream(pipeline.predecessors(node)), Arrays.stream(pipeline.body(node)))
          .filter(needed::add)
          .forEach(open::add);
    }
    return needed.headSet(pipeline.node(step.node().name()).orElseThrow(), false);
  }

  private void find(Node node) {
    Optional<String> map = node.scope().map();
    if (map.isEmpty() || map.equals(step.node().scope().map())) {
      // Of the step's own map only its own item is known to have come that far.
      find(node, map.isEmpty() ? -1 : step.mapIndex());
      return;
    }
    int items = values.items(map.get());
    for (int i = 0; i < items; i++) {
      find(node, i);
    }
  }

  private void find(Node node, int mapIndex) {
    Task task = new Task(node, mapIndex);
    if (node instanceof StepNode) {
      stored
          .result(task, pipeline.step(node.name()).orElseThrow())
          .ifPresent(result -> values.put(task, result));
    } else if (Obstacle.of(task, values).isPresent()) {
      return;
    } else if (node instanceof BranchNode branch) {
      values.putCondition(task, (Boolean)
          values.resolve(branch.condition(), Boolean.class, mapIndex).load());
    } else if (node instanceof MapNode map) {
      values.putItems(map.name(), mapItems.of(map, values, mapIndex));
    }
  }
}
