package dev.treadle.graph;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A node while recording: bindings name nodes by id, as names can still change. */
abstract sealed class RecordedNode permits RecordedStep, RecordedMap, RecordedBranch {
  final int index;
  final RecordingScope scope;
  final SourceLocation location;

  @Nullable
  String given;

  private @Nullable String name;

  RecordedNode(int index, RecordingScope scope, SourceLocation location) {
    this.index = index;
    this.scope = scope;
    this.location = location;
  }

  static int indexOf(String id) {
    return Integer.parseInt(id.substring(1));
  }

  final String id() {
    return "#" + index;
  }

  final String name() {
    return name == null ? id() : name;
  }

  final void name(String value) {
    name = value;
  }

  /** The name without a number when none is given. */
  abstract String defaultName(UnaryOperator<String> names);

  /** The node as data; empty when its method is unknown. */
  abstract Optional<Node> toNode(UnaryOperator<String> names);
}
