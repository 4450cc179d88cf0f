package dev.treadle.partial;

import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a graph calls with what, whatever lines it stands on and however often it is tried. */
final class Calls {
  private final Map<String, Node> nodes = new HashMap<>();

  Calls(PipelineGraph graph) {
    for (Node node : graph.unlocated().nodes()) {
      nodes.put(node.name(), node instanceof StepNode step ? call(step) : node);
    }
  }

  /** Whether these nodes are the same in both graphs. */
  boolean areSame(Calls other, Set<String> names) {
    return names.stream()
        .allMatch(name -> nodes.containsKey(name) && nodes.get(name).equals(other.nodes.get(name)));
  }

  private static StepNode call(StepNode step) {
    return new StepNode(
        step.name(),
        step.method(),
        step.inputs(),
        step.outputs(),
        StepOptions.NONE,
        List.of(),
        step.scope(),
        step.location());
  }
}
