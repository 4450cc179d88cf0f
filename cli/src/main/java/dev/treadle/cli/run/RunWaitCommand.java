package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "wait",
    header = "Wait until a run has ended.",
    description = {
      "Ends with 0 when the run completed, 1 when it failed or lost its process,",
      "130 when it was cancelled, 8 when the time was up first."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run wait 42",
      "  treadle run wait @latest --timeout 1h && deploy"
    })
final class RunWaitCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Option(names = "--timeout", paramLabel = "TIME", description = "90s, 5m, 2h; default: no limit")
  @Nullable
  String timeout;

  RunWaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Duration longest = timeout == null ? RunWaiting.FOR_EVER : RunTimeout.parse(timeout);
    try (ProjectStore store = session.store()) {
      PipelineRun found = run.in(store);
      PipelineRun ended = RunWaiting.of(found.id(), store, longest)
          .orElseThrow(() -> new TreadleException(
              CliProblem.WAIT_TIMED_OUT, "Run " + found.number() + " goes on after " + timeout));
      session.say("Run " + ended.number() + " " + RunListing.word(ended.status()));
      return exitCode(ended.status());
    }
  }

  /** What a command ends with that shows how a run ended. */
  static int exitCode(RunStatus status) {
    return switch (status) {
      case COMPLETED -> 0;
      case CANCELLED -> Runs.CTRL_C;
      case FAILED, INTERRUPTED, RUNNING -> 1;
    };
  }
}
