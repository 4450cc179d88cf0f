package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.launch.LaunchOutcome;
import dev.treadle.cli.launch.RunFollower;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    header = "Watch a run until it ends.",
    description = {
      "Shows a run that another process does as that process shows it: live on a terminal, else",
      "a line for each event. Ends with the code that the run ends with."
    },
    footer = {"", "Examples:", "  treadle run watch @latest", "  treadle run watch 42 -o ndjson"})
final class RunWatchCommand implements Callable<Integer> {
  private static final int LOOK_MILLIS = 300;
  /** A look costs the more, the larger the store is: it is to take this share of the time. */
  private static final int SHARE = 5;

  private final Session session;

  @Parameters(index = "0", paramLabel = "RUN", description = "42, @latest, @-1, @latest:churn, …")
  String run = "";

  RunWatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RunFollower follower = new RunFollower(session);
    @Nullable PipelineRun found = null;
    try {
      do {
        long begin = System.nanoTime();
        try (ProjectStore store = session.store()) {
          found = found == null
              ? new RunReferences(store.queries()).resolve(run)
              : store.queries().run(found.id()).orElseThrow();
          follower.look(store.queries(), found);
          if (found.status() == RunStatus.INTERRUPTED) {
            throw new TreadleException(
                CoreProblem.RUN_FAILED,
                "Run " + found.number() + " did not end: its process has gone");
          }
        }
        if (found.status() == RunStatus.RUNNING) {
          await(begin);
        }
      } while (found.status() == RunStatus.RUNNING);
    } finally {
      follower.end();
    }
    int exitCode = found.status() == RunStatus.COMPLETED
        ? 0
        : found.status() == RunStatus.CANCELLED ? Runs.CTRL_C : 1;
    new RunConclusion(session)
        .print(new LaunchOutcome(found.id(), found.number(), RunFollower.end(found), exitCode));
    return exitCode;
  }

  private static void await(long begin) {
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(LOOK_MILLIS, took * SHARE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TreadleException(CoreProblem.RUN_CANCELLED, "Watching was interrupted", e);
    }
  }
}
