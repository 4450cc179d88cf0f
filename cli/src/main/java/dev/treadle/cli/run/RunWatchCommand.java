package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.launch.LaunchOutcome;
import dev.treadle.cli.launch.RunFollower;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "watch",
    header = "Watch a run until it ends.",
    description = {
      "Shows a run that another process does as that process shows it: live on a terminal, else",
      "a line for each event. Ends with the code that the run ends with."
    },
    footer = {"", "Examples:", "  treadle run watch @latest", "  treadle run watch 42 -o ndjson"})
final class RunWatchCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  RunWatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RunFollower follower = new RunFollower(session);
    @Nullable PipelineRun found = null;
    try {
      do {
        try (ProjectStore store = session.store()) {
          found =
              found == null ? run.in(store) : store.queries().run(found.id()).orElseThrow();
          follower.look(store.queries(), found);
          if (found.status() == RunStatus.INTERRUPTED) {
            throw new TreadleException(
                CoreProblem.RUN_FAILED,
                "Run " + found.number() + " did not end: its process has gone"
                    + "\nfix: treadle run resume " + found.number());
          }
        }
        if (found.status() == RunStatus.RUNNING) {
          RunWaiting.pause();
        }
      } while (found.status() == RunStatus.RUNNING);
    } finally {
      follower.end();
    }
    int exitCode = RunWaitCommand.exitCode(found.status());
    new RunConclusion(session)
        .print(new LaunchOutcome(found.id(), found.number(), RunFollower.end(found), exitCode));
    return exitCode;
  }
}
