package dev.treadle.run;

import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node to be done once in a run: a step, a branch, a map's expansion or, for nodes inside a map, one of these for one item.
 * All fields but node and index are guarded by the schedule's lock.
 */
final class Task {
  final Node node;
  final int mapIndex;
  final List<Task> dependents = new ArrayList<>(2);
  int waitingFor;

  /** Of a map: whether the tasks of its body have been made. */
  boolean expanded;

  /** Null while it has not ended. */
  @Nullable
  StepStatus status;

  Task(Node node, int mapIndex) {
    this.node = node;
    this.mapIndex = mapIndex;
  }

  boolean ended() {
    return status != null;
  }

  /** {@code trial[3]}. */
  String label() {
    return mapIndex < 0 ? node.name() : node.name() + "[" + mapIndex + "]";
  }

  @Override
  public String toString() {
    return label();
  }
}
