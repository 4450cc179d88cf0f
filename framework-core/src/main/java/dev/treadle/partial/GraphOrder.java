package dev.treadle.partial;

import dev.treadle.graph.Bindings;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which nodes come before and after others, through values, maps, branches and {@code after}. Linear in nodes and edges. */
final class GraphOrder {
  private final List<Node> nodes;
  private final Map<String, Node> byName = new HashMap<>();
  private final Map<String, List<String>> bodies = new HashMap<>();

  GraphOrder(PipelineGraph graph) {
    this.nodes = graph.nodes();
    for (Node node : nodes) {
      byName.put(node.name(), node);
      node.scope()
          .map()
          .ifPresent(
              map -> bodies.computeIfAbsent(map, name -> new ArrayList<>()).add(node.name()));
    }
  }

  /** The node of a name that the graph has. */
  Node node(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  /** The nodes of a map's body. */
  List<String> body(String map) {
    return bodies.getOrDefault(map, List.of());
  }

  /** The names and all that depend on them. */
  Set<String> downstream(Set<String> names) {
    Set<String> reached = new HashSet<>(names);
    for (Node node : nodes) {
      if (before(node).stream().anyMatch(reached::contains)) {
        reached.add(node.name());
      }
    }
    return reached;
  }

  /** The names and all that they depend on. */
  Set<String> upstream(Set<String> names) {
    Set<String> reached = new HashSet<>(names);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (reached.contains(nodes.get(i).name())) {
        reached.addAll(before(nodes.get(i)));
      }
    }
    return reached;
  }

  private Set<String> before(Node node) {
    Set<String> names = new LinkedHashSet<>();
    node.bindings().forEach(binding -> Bindings.forEachNode(binding, names::add));
    List<String> lists = names.stream().filter(name -> isListOf(name, node)).toList();
    for (String map : lists) {
      Bindings.forEachNode(((MapNode) node(map)).result(), names::add);
    }
    for (Scope.Frame frame : node.scope().frames()) {
      names.add(frame instanceof Scope.InMap map ? map.map() : ((Scope.Guard) frame).branch());
    }
    if (node instanceof StepNode step) {
      for (String name : step.after()) {
        names.add(name);
        names.addAll(body(name));
      }
    }
    names.remove(node.name());
    return names;
  }

  /** A map that a node outside of it takes values from gives the list of its results; inside it is the current item. */
  private boolean isListOf(String name, Node reader) {
    return node(name) instanceof MapNode
        && reader.scope().map().filter(name::equals).isEmpty();
  }
}
