package dev.treadle.compile;

import dev.treadle.graph.Bindings;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A graph in ints. */
final class GraphIndex {
  private static final int[] NONE = {};

  private final Map<String, Integer> byName;
  private final int[][] predecessors;
  private final int[][] successors;
  private final Map<Integer, int[]> bodies = new HashMap<>();

  GraphIndex(PipelineGraph graph) {
    var nodes = graph.nodes();
    byName = new HashMap<>(nodes.size() * 2);
    for (int i = 0; i < nodes.size(); i++) {
      byName.putIfAbsent(nodes.get(i).name(), i);
    }
    predecessors = new int[nodes.size()][];
    var bodyNodes = new HashMap<Integer, IntStream.Builder>();
    for (int i = 0; i < predecessors.length; i++) {
      predecessors[i] = predecessors(nodes.get(i));
      int node = i;
      nodes
          .get(i)
          .scope()
          .map()
          .flatMap(this::find)
          .ifPresent(
              map -> bodyNodes.computeIfAbsent(map, m -> IntStream.builder()).add(node));
    }
    bodyNodes.forEach((map, body) -> bodies.put(map, body.build().toArray()));
    successors = invert(predecessors);
  }

  Optional<Integer> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  int[] predecessors(int node) {
    return predecessors[node];
  }

  int[] successors(int node) {
    return successors[node];
  }

  int[] body(int map) {
    return bodies.getOrDefault(map, NONE);
  }

  private int[] predecessors(Node node) {
    var found = IntStream.builder();
    node.bindings().forEach(binding -> Bindings.forEachNode(binding, name -> add(name, found)));
    for (var frame : node.scope().frames()) {
      add(frame instanceof Scope.InMap map ? map.map() : ((Scope.Guard) frame).branch(), found);
    }
    if (node instanceof StepNode step) {
      step.after().forEach(name -> add(name, found));
    }
    var all = found.build().toArray();
    return all.length < 2 ? all : Arrays.stream(all).sorted().distinct().toArray();
  }

  private void add(String name, IntStream.Builder found) {
    var node = byName.get(name);
    if (node != null) {
      found.add(node);
    }
  }

  private static int[][] invert(int[][] predecessors) {
    var counts = new int[predecessors.length];
    for (var of : predecessors) {
      for (int node : of) {
        counts[node]++;
      }
    }
    var successors = new int[predecessors.length][];
    Arrays.setAll(successors, i -> counts[i] == 0 ? NONE : new int[counts[i]]);
    Arrays.fill(counts, 0);
    for (int i = 0; i < predecessors.length; i++) {
      for (int node : predecessors[i]) {
        successors[node][counts[node]++] = i;
      }
    }
    return successors;
  }
}
