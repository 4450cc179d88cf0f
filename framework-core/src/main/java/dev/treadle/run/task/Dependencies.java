package dev.treadle.run.task;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which nodes a node waits for. */
public final class Dependencies {
  private Dependencies() {}

  /** Names of the nodes that must have ended before the node can be looked at. */
  static Set<String> of(Node node) {
    Set<String> names = new LinkedHashSet<>();
    node.bindings().forEach(binding -> collect(binding, names));
    if (node instanceof StepNode step) {
      names.addAll(step.after());
    }
    for (Scope.Guard guard : node.scope().guards()) {
      names.add(guard.branch());
    }
    return names;
  }

  /** Names of the nodes of a map's body whose results make the map's result. */
  public static Set<String> ofResult(MapNode map) {
    Set<String> names = new LinkedHashSet<>();
    collect(map.result(), names);
    return names;
  }

  public static void collect(BindingSpec binding, Set<String> names) {
    if (binding instanceof BindingSpec.Output output) {
      names.add(output.node());
    } else if (binding instanceof BindingSpec.Component component) {
      collect(component.of(), names);
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      names.add(mapped.map());
    } else if (binding instanceof BindingSpec.ListOf list) {
      list.items().forEach(item -> collect(item, names));
    } else if (binding instanceof BindingSpec.Choice choice) {
      names.add(choice.branch());
      collect(choice.whenTrue(), names);
      collect(choice.whenFalse(), names);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      collect(lazily.of(), names);
    }
    // Literals, secrets, external data and the current item wait for nothing of their own.
  }
}
