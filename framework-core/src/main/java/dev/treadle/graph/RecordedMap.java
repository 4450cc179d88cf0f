package dev.treadle.graph;

import java.util.Optional;
import java.util.function.UnaryOperator;

final class RecordedMap extends RecordedNode {
  final BindingSpec items;
  BindingSpec result = RecordedGraph.NOTHING;
  int maxParallel;

  RecordedMap(int index, BindingSpec items, RecordingScope scope, SourceLocation location) {
    super(index, scope, location);
    this.items = items;
  }

  @Override
  String defaultName(UnaryOperator<String> names) {
    return RecordedGraph.firstNode(items)
        .map(node -> names.apply(node) + "-map")
        .orElse("map");
  }

  @Override
  Optional<Node> toNode(UnaryOperator<String> names) {
    return Optional.of(new MapNode(
        name(),
        Bindings.rename(items, names),
        Bindings.rename(result, names),
        maxParallel,
        scope.named(names),
        location));
  }
}
