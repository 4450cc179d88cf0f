package dev.treadle.partial;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code --skip} leaves out: the steps that it names, and those of the chosen ones that cannot do without their values. A
 * step after them in order only, or on the side of a choice that may go the other way, is not among those.
 */
final class LeftOutSteps {
  private final GraphOrder order;
  private final Map<String, String> reasons = new HashMap<>();

  private LeftOutSteps(GraphOrder order) {
    this.order = order;
  }

  /**
   * The nodes that are left out, each with the reason.
   *
   * @param nodes of the graph, in its order
   * @param chosen names of the steps that are to be executed
   * @param skipped names of steps
   */
  static Map<String, String> of(
      Iterable<Node> nodes, GraphOrder order, Set<String> chosen, Set<String> skipped) {
    LeftOutSteps left = new LeftOutSteps(order);
    for (Node node : nodes) {
      if (skipped.contains(node.name())) {
        left.reasons.put(node.name(), "left out by --skip");
      } else if (chosen.contains(node.name()) || !(node instanceof StepNode)) {
        left.cause(node)
            .ifPresent(name -> left.reasons.put(
                node.name(),
                skipped.contains(name)
                    ? "needs " + name + ", which is left out by --skip"
                    : String.valueOf(left.reasons.get(name))));
      }
    }
    return left.reasons;
  }

  private Optional<String> cause(Node node) {
    for (Scope.Frame frame : node.scope().frames()) {
      String around = frame instanceof Scope.InMap map ? map.map() : ((Scope.Guard) frame).branch();
      if (reasons.containsKey(around)) {
        return Optional.of(around);
      }
    }
    return node.bindings().stream().flatMap(binding -> cause(binding).stream()).findFirst();
  }

  private Optional<String> cause(BindingSpec binding) {
    if (binding instanceof BindingSpec.Output output) {
      return ifLeftOut(output.node());
    } else if (binding instanceof BindingSpec.Component component) {
      return cause(component.of());
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      return cause(lazily.of());
    } else if (binding instanceof BindingSpec.ListOf list) {
      return list.items().stream().flatMap(item -> cause(item).stream()).findFirst();
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      return ifLeftOut(mapped.map()).or(() -> cause(((MapNode) order.node(mapped.map())).result()));
    } else if (binding instanceof BindingSpec.Choice choice) {
      return ifLeftOut(choice.branch())
          .or(() -> cause(choice.whenTrue()).flatMap(side -> cause(choice.whenFalse())));
    }
    return Optional.empty();
  }

  private Optional<String> ifLeftOut(String node) {
    return reasons.containsKey(node) ? Optional.of(node) : Optional.empty();
  }
}
