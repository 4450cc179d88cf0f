package dev.treadle.run.task;

import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tasks of a run can go on: counts what each task still waits for. Knows nothing of values. Linear in nodes and edges.
 * Thread-safe.
 *
 * <p>A map's task ends twice: {@link #expand} makes the tasks of its body, and when all of them have ended the map itself is
 * ready again ({@link Task#status} still null) to be {@link #end ended}.
 */
public final class Schedule {
  private final Map<String, Task> top = new LinkedHashMap<>();
  private final Map<String, List<Node>> bodies = new HashMap<>();
  private final Map<String, Task[]> instances = new HashMap<>();
  private final Map<String, Turns> turns = new HashMap<>();
  private int open;

  public Schedule(PipelineGraph graph) {
    for (Node node : graph.nodes()) {
      if (node.scope().map().isPresent()) {
        bodies
            .computeIfAbsent(node.scope().map().get(), name -> new ArrayList<>())
            .add(node);
        continue;
      }
      Task task = new Task(node, -1);
      top.put(node.name(), task);
      open++;
      for (String name : Dependencies.of(node)) {
        waitFor(task, find(name, -1));
      }
    }
  }

  /** The tasks that wait for nothing, in the graph's order. */
  public synchronized List<Task> start() {
    return top.values().stream().filter(task -> task.waitingFor == 0).toList();
  }

  /** The nodes of a map's body. */
  public List<Node> body(String map) {
    return bodies.getOrDefault(map, List.of());
  }

  /** Whether all tasks have ended. */
  public synchronized boolean isDone() {
    return open == 0;
  }

  /** The task of a node, in a map's body that of the item. */
  public synchronized Task find(String node, int mapIndex) {
    Task task = top.get(node);
    if (task != null) {
      return task;
    }
    Task[] ofItems = instances.get(node);
    if (ofItems == null || mapIndex < 0) {
      throw new IllegalStateException("No task of node '" + node + "' outside its map");
    }
    return ofItems[mapIndex];
  }

  /** All tasks of a node of a map's body, by item; empty before the map is expanded. */
  public synchronized Task[] ofItems(String node) {
    return instances.getOrDefault(node, new Task[0]);
  }

  /**
   * Makes the tasks of a map's body, one for each node and item; the map waits for all of them. Where the map lets only so
   * many items run at once, the tasks of the others wait for their turn besides.
   *
   * @return what is ready now: tasks of the body, or the map itself when there is nothing in it
   */
  public synchronized List<Task> expand(Task map, int items) {
    MapNode node = (MapNode) map.node();
    List<Node> body = body(node.name());
    map.expanded = true;
    int places = node.maxParallel() == 0 ? items : Math.min(items, node.maxParallel());
    turns.put(node.name(), new Turns(items, body.size(), places));
    body.forEach(each -> instances.put(each.name(), new Task[items]));
    List<Set<String>> waits = body.stream().map(Dependencies::of).toList();
    List<Task> ready = new ArrayList<>();
    for (int index = 0; index < items; index++) {
      for (int n = 0; n < body.size(); n++) {
        Task task = new Task(body.get(n), index);
        ofItems(task.node().name())[index] = task;
        open++;
        for (String name : waits.get(n)) {
          waitFor(task, find(name, index));
        }
        waitFor(map, task);
        if (index >= places) {
          task.waitingFor++;
        }
        if (task.waitingFor == 0) {
          ready.add(task);
        }
      }
    }
    if (map.waitingFor == 0) {
      ready.add(map);
    }
    return ready;
  }

  /** Ends a task. Gives what became ready by it. */
  public synchronized List<Task> end(Task task, StepStatus status) {
    if (task.ended()) {
      throw new IllegalStateException(
          "Task '" + task.label() + "' has ended already as " + task.status);
    }
    task.status = status;
    open--;
    List<Task> ready = new ArrayList<>();
    for (Task dependent : task.dependents) {
      if (--dependent.waitingFor == 0 && !dependent.ended()) {
        ready.add(dependent);
      }
    }
    if (task.mapIndex() >= 0) {
      nextTurn(task, ready);
    }
    return ready;
  }

  /** Lets the next item of the map begin when the task was the last of its own. */
  private void nextTurn(Task task, List<Task> ready) {
    String map = task.node().scope().map().orElseThrow();
    Turns turn = turns.get(map);
    if (turn == null || --turn.left[task.mapIndex()] > 0 || turn.next == turn.left.length) {
      return;
    }
    int index = turn.next++;
    for (Node node : body(map)) {
      Task next = ofItems(node.name())[index];
      if (--next.waitingFor == 0) {
        ready.add(next);
      }
    }
  }

  private static void waitFor(Task task, Task other) {
    if (!other.ended()) {
      other.dependents.add(task);
      task.waitingFor++;
    }
  }

  /** Which item of a map begins next, and how many tasks each has left. */
  private static final class Turns {
    final int[] left;
    int next;

    Turns(int items, int tasksOfItem, int places) {
      this.left = new int[items];
      this.next = places;
      Arrays.fill(left, tasksOfItem);
    }
  }
}
