package dev.treadle.run;

import dev.treadle.log.AttemptLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** What the attempts of one run share. */
interface RunScope {

  Clock clock();

  ScheduledExecutorService timer();

  Publisher publisher();

  AttemptLog newLog();

  /** The folder of an attempt's files; it need not exist. */
  Path outputDirectory(StepWork work, int attempt);

  AttemptContext newContext(
      StepWork work, int attempt, @Nullable Instant deadline, AttemptLog log, AttemptNotes notes);
}
