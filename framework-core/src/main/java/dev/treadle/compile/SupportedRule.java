package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.Findings;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The orchestrator can do what the graph needs, so that nothing is submitted that it would refuse. */
final class SupportedRule implements GraphRule {
  private final OrchestratorSupport support;

  SupportedRule(OrchestratorSupport support) {
    this.support = support;
  }

  @Override
  public void check(Draft draft, Findings findings) {
    var missing = EnumSet.allOf(GraphFeature.class);
    missing.removeAll(support.features());
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size() && !missing.isEmpty(); i++) {
      for (var feature : needs(nodes.get(i))) {
        if (missing.remove(feature)) {
          findings.add(
              i,
              new Problem(
                  CoreProblem.GRAPH_UNSUPPORTED,
                  "'%s' needs %s, which orchestrator '%s' does not have."
                      .formatted(nodes.get(i).name(), text(feature), support.orchestrator()),
                  List.of("first at " + nodes.get(i).location().longText()),
                  "run it on another stack, or leave it out"));
        }
      }
    }
  }

  private static Set<GraphFeature> needs(Node node) {
    if (node instanceof MapNode) {
      return EnumSet.of(GraphFeature.MAP);
    }
    if (node instanceof BranchNode) {
      return EnumSet.of(GraphFeature.BRANCH);
    }
    var needs = EnumSet.noneOf(GraphFeature.class);
    var resources = ((StepNode) node).options().resources();
    if (resources.cpus() > 0 || resources.memoryBytes() > 0) {
      needs.add(GraphFeature.RESOURCES);
    }
    if (resources.gpus() > 0) {
      needs.add(GraphFeature.GPU);
    }
    return needs;
  }

  private static String text(GraphFeature feature) {
    return switch (feature) {
      case MAP -> "map(), a fan-out at run time";
      case BRANCH -> "when() or either(), a branch at run time";
      case RESOURCES -> "cpus or memory of its own";
      case GPU -> "gpus";
    };
  }
}
