package dev.treadle.graph.layout;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.Bindings;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the arrows of a graph. */
final class DiagramBuilder {
  private static final String EACH = "each";
  private static final String ALL = "all";
  private static final String THEN = "then";
  private static final String OTHERWISE = "otherwise";
  private static final String AFTER = "after";

  private final PipelineGraph graph;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();
  // The arrows to one node, by their source: two values of one step need no two arrows.
  private final Map<Integer, Arrow> into = new TreeMap<>();
  private int target;

  DiagramBuilder(PipelineGraph graph) {
    this.graph = graph;
  }

  Diagram build() {
    List<Box> boxes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      index.put(node.name(), index.size());
      boxes.add(box(node));
    }
    for (target = 0; target < boxes.size(); target++) {
      arrowsInto(graph.nodes().get(target));
      arrows.addAll(into.values());
      into.clear();
    }
    return new Diagram(graph.pipeline(), boxes, arrows);
  }

  private Box box(Node node) {
    Box.Kind kind = node instanceof StepNode
        ? Box.Kind.STEP
        : node instanceof MapNode ? Box.Kind.MAP : Box.Kind.BRANCH;
    int map = node instanceof MapNode
        ? index.size() - 1
        : node.scope().map().map(index::get).orElse(-1);
    return new Box(node.name(), kind, map, Optional.empty());
  }

  private void arrowsInto(Node node) {
    node.bindings().forEach(binding -> values(binding, ""));
    if (node instanceof StepNode step) {
      step.after().forEach(name -> add(name, Arrow.Kind.ORDER, AFTER));
    }
    List<Scope.Frame> frames = node.scope().frames();
    if (!frames.isEmpty() && into.keySet().stream().noneMatch(from -> within(from, node.scope()))) {
      start(frames.get(frames.size() - 1));
    }
  }

  /** Whether the source is inside all maps and sides that the node is inside of. */
  private boolean within(int from, Scope scope) {
    return graph.nodes().get(from).scope().isWithin(scope);
  }

  /** What has nothing before it on its side of a branch, or in its map, is started by that. */
  private void start(Scope.Frame frame) {
    if (frame instanceof Scope.InMap map) {
      add(map.map(), Arrow.Kind.CONTROL, EACH);
    } else {
      var guard = (Scope.Guard) frame;
      add(guard.branch(), Arrow.Kind.CONTROL, guard.expected() ? THEN : OTHERWISE);
    }
  }

  private void values(BindingSpec binding, String label) {
    if (binding instanceof BindingSpec.Output output) {
      add(output.node(), Arrow.Kind.VALUE, label);
    } else if (binding instanceof BindingSpec.Component component) {
      values(component.of(), label);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      values(lazily.of(), label);
    } else if (binding instanceof BindingSpec.Item item) {
      add(item.map(), Arrow.Kind.VALUE, EACH);
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      mapped(mapped.map());
    } else if (binding instanceof BindingSpec.ListOf list) {
      list.items().forEach(item -> values(item, label));
    } else if (binding instanceof BindingSpec.Choice choice) {
      side(choice.branch(), choice.whenTrue(), true, label);
      side(choice.branch(), choice.whenFalse(), false, label);
    }
  }

  /** A list of a map's results comes from the step that made them. */
  private void mapped(String map) {
    int before = into.size();
    Integer at = index.get(map);
    if (at != null && graph.nodes().get(at) instanceof MapNode node) {
      values(
          node.result() instanceof BindingSpec.Item ? new BindingSpec.Literal("") : node.result(),
          ALL);
    }
    if (into.size() == before) {
      add(map, Arrow.Kind.VALUE, ALL);
    }
  }

  /** A side that is chosen without a step of its own shows only by the branch itself. */
  private void side(String branch, BindingSpec value, boolean expected, String label) {
    values(value, label);
    var guard = new Scope.Guard(branch, expected);
    if (!comesFromWithin(value, guard)) {
      add(branch, Arrow.Kind.CONTROL, expected ? THEN : OTHERWISE);
    }
  }

  private boolean comesFromWithin(BindingSpec value, Scope.Guard guard) {
    List<String> names = new ArrayList<>();
    Bindings.forEachNode(value, names::add);
    return names.stream()
        .flatMap(name -> Stream.ofNullable(index.get(name)))
        .anyMatch(node -> graph.nodes().get(node).scope().frames().contains(guard));
  }

  private void add(String name, Arrow.Kind kind, String label) {
    Integer from = index.get(name);
    if (from != null) {
      into.merge(
          from,
          new Arrow(from, target, kind, label),
          (old, more) -> more.kind().compareTo(old.kind()) < 0 ? more : old);
    }
  }
}
