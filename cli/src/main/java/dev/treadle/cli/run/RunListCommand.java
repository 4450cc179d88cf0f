package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.RunFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    header = "List runs, the newest first.",
    footer = {
      "",
      "Examples:",
      "  treadle run list --status failed",
      "  treadle run list --pipeline penguins -o json | jq '.items[].number'"
    })
final class RunListCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Session session;

  @Option(names = "--pipeline", paramLabel = "NAME", description = "runs of one pipeline")
  @Nullable
  String pipeline;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "running, completed, failed, cancelled or interrupted")
  @Nullable
  RunStatus status;

  @Option(names = "--limit", paramLabel = "N", description = "how many; default ${DEFAULT-VALUE}")
  int limit = 20;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "go on after the page before")
  long cursor = Long.MAX_VALUE;

  RunListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new TreadleException(
          CliProblem.USAGE, "--limit is " + limit + ", allowed are 1 to " + MOST);
    }
    try (ProjectStore store = session.store()) {
      List<PipelineRun> found = store
          .queries()
          .runs(new RunFilter(
              Optional.ofNullable(pipeline), Optional.ofNullable(status), cursor, limit + 1));
      List<PipelineRun> page = found.subList(0, Math.min(limit, found.size()));
      String next =
          found.size() > limit ? Long.toString(page.get(page.size() - 1).number()) : null;
      session.out().list(RunListing.RUNS, page, next);
      if (page.isEmpty()) {
        session.say("No runs. Start one: treadle run NAME");
      } else if (next != null && session.format() == OutputFormat.TABLE) {
        session.say("More: --cursor " + next);
      }
    }
    return 0;
  }
}
