package dev.treadle.compile;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BindingTypes;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.MethodSpec;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepSignature;
import dev.treadle.spi.Materializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A graph that is being checked. */
final class Draft implements BindingTypes.Nodes {
  private final PipelineGraph graph;
  private final GraphIndex index;
  private final Map<MethodSpec, Use> uses = new LinkedHashMap<>();
  private final BindingTypes types = new BindingTypes(this);
  private final MaterializerChoice materializers;
  private final Map<Declared, Optional<Materializer<?>>> chosen = new HashMap<>();

  private record Declared(Type type, AnnotatedElement declaration) {}

  /** A step method and where it is first called, so that a mistake in the method is reported once. */
  record Use(StepSignature signature, int node, StepNode first, int count) {

    String place() {
      var more =
          count == 1 ? "" : " and %d more %s".formatted(count - 1, count == 2 ? "time" : "times");
      return "used at " + first.location().longText() + more;
    }
  }

  Draft(
      PipelineGraph graph,
      Map<MethodSpec, StepSignature> signatures,
      MaterializerChoice materializers) {
    this.graph = graph;
    this.index = new GraphIndex(graph);
    this.materializers = materializers;
    for (int i = 0; i < graph.nodes().size(); i++) {
      if (graph.nodes().get(i) instanceof StepNode step) {
        var signature = Objects.requireNonNull(signatures.get(step.method()));
        uses.merge(
            step.method(),
            new Use(signature, i, step, 1),
            (first, again) -> new Use(first.signature, first.node, first.first, first.count + 1));
      }
    }
  }

  PipelineGraph graph() {
    return graph;
  }

  GraphIndex index() {
    return index;
  }

  BindingTypes types() {
    return types;
  }

  Collection<Use> uses() {
    return uses.values();
  }

  StepSignature signature(StepNode step) {
    return Objects.requireNonNull(uses.get(step.method())).signature();
  }

  Optional<Materializer<?>> materializer(Type type, AnnotatedElement declaration) {
    return chosen.computeIfAbsent(
        new Declared(type, declaration), d -> materializers.choose(d.type(), d.declaration()));
  }

  Optional<Node> node(String name) {
    return index.find(name).map(graph.nodes()::get);
  }

  @Override
  public Optional<StepSignature> step(String name) {
    return node(name)
        .flatMap(node ->
            node instanceof StepNode step ? Optional.of(signature(step)) : Optional.empty());
  }

  @Override
  public Optional<BindingSpec> itemsOf(String map) {
    return node(map)
        .flatMap(node -> node instanceof MapNode of ? Optional.of(of.items()) : Optional.empty());
  }

  @Override
  public Optional<BindingSpec> resultOf(String map) {
    return node(map)
        .flatMap(node -> node instanceof MapNode of ? Optional.of(of.result()) : Optional.empty());
  }
}
