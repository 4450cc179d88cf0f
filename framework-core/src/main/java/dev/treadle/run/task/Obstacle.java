package dev.treadle.run.task;

import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.Scope;
import java.util.Optional;

/**
 * Why a task cannot run.
 *
 * @param status NOT_RUN or SKIPPED
 * @param reason one line
 */
public record Obstacle(StepStatus status, String reason) {

  /** The branch of the task went the other way, or something it needs is not there. */
  public static Optional<Obstacle> of(Task task, RunValues values) {
    Optional<Obstacle> guard = ofGuards(task, values);
    return guard.isPresent() ? guard : ofBindings(task, values);
  }

  /** The branch of the task went the other way; every branch around it must have ended. */
  public static Optional<Obstacle> ofGuards(Task task, RunValues values) {
    for (Scope.Guard guard : task.node().scope().guards()) {
      Optional<Boolean> condition = values.condition(guard.branch(), task.mapIndex());
      if (condition.isEmpty()) {
        return Optional.of(new Obstacle(StepStatus.SKIPPED, guard.branch() + " was skipped"));
      }
      if (condition.get() != guard.expected()) {
        return Optional.of(new Obstacle(
            StepStatus.SKIPPED, values.decider(guard.branch()) + " is " + condition.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Obstacle> ofBindings(Task task, RunValues values) {
    for (BindingSpec binding : task.node().bindings()) {
      Optional<StepStatus> status = values.obstacle(binding, task.mapIndex());
      if (status.isPresent()) {
        return status.map(s ->
            new Obstacle(s, s == StepStatus.SKIPPED ? "an input was skipped" : "upstream failed"));
      }
    }
    return Optional.empty();
  }
}
