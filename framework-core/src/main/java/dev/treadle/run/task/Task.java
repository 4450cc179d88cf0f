package dev.treadle.run.task;

import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node to be done once in a run: a step, a branch, a map's expansion or, for nodes inside a map, one of these for one item.
 * What it waits for is the schedule's to know.
 */
public final class Task {
  private final Node node;
  private final int mapIndex;
  final List<Task> dependents = new ArrayList<>(2);
  int waitingFor;
  boolean expanded;

  /** Null while it has not ended. */
  @Nullable
  StepStatus status;

  public Task(Node node, int mapIndex) {
    this.node = node;
    this.mapIndex = mapIndex;
  }

  public Node node() {
    return node;
  }

  /** The item of a node inside a map, -1 outside of maps. */
  public int mapIndex() {
    return mapIndex;
  }

  /** Of a map: whether the tasks of its body have been made. */
  public boolean isExpanded() {
    return expanded;
  }

  boolean ended() {
    return status != null;
  }

  /** {@code trial[3]}. */
  public String label() {
    return mapIndex < 0 ? node.name() : node.name() + "[" + mapIndex + "]";
  }

  @Override
  public String toString() {
    return label();
  }
}
