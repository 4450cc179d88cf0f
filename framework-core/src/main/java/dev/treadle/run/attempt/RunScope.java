package dev.treadle.run.attempt;

import dev.treadle.log.AttemptLog;
import dev.treadle.metadata.StepDetail;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** What the attempts of one run share. */
public interface RunScope {

  Clock clock();

  ScheduledExecutorService timer();

  Publisher publisher();

  AttemptLog newLog();

  /** Whether attempts can have processes of their own. */
  boolean canBeApart();

  /** The main class of a process for an attempt, and its arguments. */
  List<String> command(Task task, int attempt, String reason);

  /** What is recorded of a step, after all that this process has recorded before. */
  StepDetail recorded(UUID stepRun);

  /** Takes a line that the process of a step has printed. */
  void printed(Task task, String line);

  /** The folder of an attempt's files; it need not exist. */
  Path outputDirectory(StepWork work, int attempt);

  AttemptContext newContext(
      StepWork work, int attempt, @Nullable Instant deadline, AttemptLog log, AttemptNotes notes);
}
