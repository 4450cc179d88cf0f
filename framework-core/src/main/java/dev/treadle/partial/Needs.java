package dev.treadle.partial;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.InputSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the executed steps need of those that are not: their results, and the maps and branches on the way. */
final class Needs {
  private final GraphOrder order;
  private final Set<String> executed;
  private final Set<String> leftOut;
  /** By step, the first need of each. */
  private final Map<String, Need> taken = new LinkedHashMap<>();
  /** Maps and branches. */
  private final Set<String> reached = new HashSet<>();

  /**
   * @param leftOut steps that nothing may be taken of
   */
  Needs(GraphOrder order, Set<String> executed, Set<String> leftOut) {
    this.order = order;
    this.executed = executed;
    this.leftOut = leftOut;
  }

  void addExecuted(StepNode step) {
    for (InputSpec input : step.inputs()) {
      add(input.binding(), step, input.parameter());
    }
    around(step);
  }

  /** The steps whose results have to come from elsewhere, with the first that needs each. */
  List<Need> taken() {
    return List.copyOf(taken.values());
  }

  boolean takes(String step) {
    return taken.containsKey(step);
  }

  /** Whether a map or branch has to be gone through. */
  boolean reaches(String mapOrBranch) {
    return reached.contains(mapOrBranch);
  }

  private void around(Node node) {
    for (Scope.Frame frame : node.scope().frames()) {
      if (frame instanceof Scope.InMap map) {
        map(map.map());
      } else {
        branch(((Scope.Guard) frame).branch());
      }
    }
  }

  private void map(String name) {
    if (reached.add(name)) {
      MapNode map = (MapNode) order.node(name);
      around(map);
      add(map.items(), map, "items");
    }
  }

  private void branch(String name) {
    if (reached.add(name)) {
      BranchNode branch = (BranchNode) order.node(name);
      around(branch);
      add(branch.condition(), branch, "condition");
    }
  }

  private void output(BindingSpec.Output output, Node reader, String input) {
    StepNode step = (StepNode) order.node(output.node());
    if (!executed.contains(step.name()) && !leftOut.contains(step.name())) {
      taken.putIfAbsent(step.name(), new Need(step, output.output(), reader.name(), input));
      // Its branches need not be looked at, as the other run knows whether it was skipped.
      step.scope().map().ifPresent(this::map);
    }
  }

  private void add(BindingSpec binding, Node reader, String input) {
    ValueSources.visit(binding, order, new ValueSources() {
      @Override
      public void output(BindingSpec.Output output) {
        Needs.this.output(output, reader, input);
      }

      @Override
      public void map(String name) {
        Needs.this.map(name);
      }

      @Override
      public void branch(String name) {
        Needs.this.branch(name);
      }
    });
  }
}
