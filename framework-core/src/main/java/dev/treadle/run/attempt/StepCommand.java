package dev.treadle.run.attempt;

import dev.treadle.launch.StepMain;
import dev.treadle.run.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a process is asked to execute one attempt.
 *
 * @param project the project's folder
 * @param store the folder of the stores, null when no other process can reach them
 */
public record StepCommand(Path project, @Nullable Path store) {

  /** Of stores that only this process has. */
  public static StepCommand none(Path project) {
    return new StepCommand(project, null);
  }

  boolean isPossible() {
    return store != null;
  }

  /** The main class of the process and its arguments. */
  List<String> arguments(UUID run, Task task, int attempt, String reason) {
    return List.of(
        StepMain.class.getName(),
        "--project",
        project.toString(),
        "--store",
        String.valueOf(store),
        "--run-key",
        run.toString(),
        "--step",
        task.node().name(),
        "--map-index",
        String.valueOf(task.mapIndex()),
        "--attempt",
        String.valueOf(attempt),
        "--reason",
        reason,
        "--supervised");
  }
}
