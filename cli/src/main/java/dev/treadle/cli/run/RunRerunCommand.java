package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rerun",
    header = "Run a pipeline again with the parameters and the seed of an earlier run.",
    description = {
      "A new run; results that still fit come from the cache. Where it executes some",
      "steps only, the earlier run gives the results of the others."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run rerun 42",
      "  treadle run rerun 42 -p depth=6",
      "  treadle run rerun @latest --no-cache train",
      "  treadle run rerun 42 --from train"
    })
final class RunRerunCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "a parameter that is to be another")
  Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = "--no-cache",
      arity = "0..*",
      paramLabel = "STEP",
      description = "run these steps although their results are stored; without names all")
  @Nullable
  List<String> noCache;

  @Mixin
  SelectedSteps steps = new SelectedSteps();

  @Mixin
  FollowUp followUp = new FollowUp();

  RunRerunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    followUp.check();
    PipelineRun found;
    try (ProjectStore store = session.store()) {
      found = run.in(store);
    }
    return followUp.run(session, found, false, params, noCache, steps.of(session, found.number()));
  }
}
