package dev.treadle.run.plan;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Scope;
import dev.treadle.run.task.Dependencies;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.Schedule;
import dev.treadle.run.task.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tasks of a plan that would have ended in a run, with a result that nobody knows. */
final class OpenTasks {
  private record Reason(List<String> causes, boolean doubtful) {}

  private final Schedule schedule;
  private final RunValues values;
  private final Map<Task, Reason> open = new HashMap<>();

  OpenTasks(Schedule schedule, RunValues values) {
    this.schedule = schedule;
    this.values = values;
  }

  /**
   * Leaves a task open.
   *
   * @param causes the steps to name when something depends on it
   * @param doubtful whether it may turn out to be skipped
   */
  void add(Task task, List<String> causes, boolean doubtful) {
    open.put(task, new Reason(causes, doubtful));
  }

  /** The open tasks without which it is not known what becomes of a task. */
  List<Task> neededBy(Task task) {
    Set<String> names = new LinkedHashSet<>();
    task.node().scope().guards().forEach(guard -> names.add(guard.branch()));
    if (task.isExpanded()) {
      names.addAll(Dependencies.ofResult((MapNode) task.node()));
    } else {
      task.node().bindings().forEach(binding -> collect(binding, task.mapIndex(), names));
    }
    return names.stream()
        .flatMap(name -> tasks(task, name))
        .filter(open::containsKey)
        .toList();
  }

  /** Whether a branch around the task is among those. */
  boolean isGuarded(Task task, List<Task> needed) {
    return task.node().scope().guards().stream()
        .map(Scope.Guard::branch)
        .anyMatch(branch -> needed.stream().anyMatch(each -> each.node().name().equals(branch)));
  }

  boolean areDoubtful(List<Task> needed) {
    return needed.stream().anyMatch(each -> reason(each).doubtful());
  }

  /** The steps to name where a task depends on those; the items of a map together. */
  List<String> causes(Task task, List<Task> needed) {
    return needed.stream()
        .flatMap(each -> task.mapIndex() < 0 && each.mapIndex() >= 0
            ? Stream.of(each.node().name())
            : reason(each).causes().stream())
        .distinct()
        .toList();
  }

  private Reason reason(Task task) {
    return Optional.ofNullable(open.get(task)).orElseThrow();
  }

  private Stream<Task> tasks(Task of, String name) {
    Task[] items = of.mapIndex() < 0 ? schedule.ofItems(name) : new Task[0];
    return items.length > 0 ? Arrays.stream(items) : Stream.of(schedule.find(name, of.mapIndex()));
  }

  /** Of a choice only the side that is taken, when that is known. */
  private void collect(BindingSpec binding, int mapIndex, Set<String> names) {
    if (binding instanceof BindingSpec.Choice choice) {
      Optional<Boolean> condition = values.condition(choice.branch(), mapIndex);
      names.add(choice.branch());
      if (condition.orElse(true)) {
        collect(choice.whenTrue(), mapIndex, names);
      }
      if (!condition.orElse(false)) {
        collect(choice.whenFalse(), mapIndex, names);
      }
    } else if (binding instanceof BindingSpec.ListOf list) {
      list.items().forEach(item -> collect(item, mapIndex, names));
    } else if (binding instanceof BindingSpec.Component component) {
      collect(component.of(), mapIndex, names);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      collect(lazily.of(), mapIndex, names);
    } else {
      Dependencies.collect(binding, names);
    }
  }
}
