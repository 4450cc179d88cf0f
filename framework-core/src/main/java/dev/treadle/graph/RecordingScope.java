package dev.treadle.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The maps and branch sides that are open while recording, as a chain from the inside out. */
final class RecordingScope {
  final @Nullable RecordingScope parent;
  final Scope.@Nullable Frame frame;
  private final Supplier<String> text;
  private final int depth;
  private @Nullable Scope named;

  private RecordingScope(
      @Nullable RecordingScope parent,
      Scope.@Nullable Frame frame,
      Supplier<String> text,
      int depth) {
    this.parent = parent;
    this.frame = frame;
    this.text = text;
    this.depth = depth;
  }

  static RecordingScope top() {
    return new RecordingScope(null, null, () -> "the pipeline", 0);
  }

  /** @param description how messages call it, such as {@code map(grid)} */
  RecordingScope inside(Scope.Frame inner, Supplier<String> description) {
    return new RecordingScope(this, inner, description, depth + 1);
  }

  /** How messages call it; known when all names are. */
  String text() {
    return text.get();
  }

  boolean isWithin(RecordingScope other) {
    RecordingScope scope = this;
    while (scope != null && scope.depth > other.depth) {
      scope = scope.parent;
    }
    return scope == other;
  }

  boolean isInMap() {
    for (RecordingScope scope = this; scope != null; scope = scope.parent) {
      if (scope.frame instanceof Scope.InMap) {
        return true;
      }
    }
    return false;
  }

  /** The scope as data, with the final names; made once for all nodes in it. */
  Scope named(UnaryOperator<String> names) {
    if (named == null) {
      var frames = new ArrayList<Scope.Frame>();
      for (RecordingScope scope = this; scope != null; scope = scope.parent) {
        if (scope.frame != null) {
          frames.add(Bindings.rename(scope.frame, names));
        }
      }
      Collections.reverse(frames);
      named = frames.isEmpty() ? Scope.TOP : new Scope(frames);
    }
    return named;
  }
}
