package dev.treadle.graph;

import java.util.Optional;
import java.util.function.UnaryOperator;

final class RecordedBranch extends RecordedNode {
  final BindingSpec condition;

  RecordedBranch(int index, BindingSpec condition, RecordingScope scope, SourceLocation location) {
    super(index, scope, location);
    this.condition = condition;
  }

  @Override
  String defaultName(UnaryOperator<String> names) {
    return RecordedGraph.firstNode(condition)
        .map(node -> names.apply(node) + "-branch")
        .orElse("branch");
  }

  @Override
  Optional<Node> toNode(UnaryOperator<String> names) {
    return Optional.of(
        new BranchNode(name(), Bindings.rename(condition, names), scope.named(names), location));
  }
}
