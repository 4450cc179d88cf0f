package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.Previous;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rerun",
    header = "Run a pipeline again with the parameters and the seed of an earlier run.",
    description = "A new run; results that still fit come from the cache.",
    footer = {
      "",
      "Examples:",
      "  treadle run rerun 42",
      "  treadle run rerun 42 -p depth=6",
      "  treadle run rerun @latest --no-cache train"
    })
final class RunRerunCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "RUN", description = "42, @latest, @-1, @latest:failed, …")
  String run = "";

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

  @ArgGroup
  @Nullable
  FailureMode onFailure;

  @Mixin
  JvmOptions jvm = new JvmOptions();

  @Mixin
  Places places = new Places();

  RunRerunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PipelineRun found;
    try (ProjectStore store = session.store()) {
      found = new RunReferences(store.queries()).resolve(run);
    }
    return new Runs(session, jvm, null)
        .run(
            places.find(session, found.pipeline()),
            (target, setting, endpoint) -> new LaunchRequest(
                session.storeDirectory().toString(),
                target.directory().toString(),
                target.pipeline().className(),
                params,
                null,
                noCache,
                null,
                null,
                FailureMode.of(onFailure),
                Map.of(),
                places.builds(),
                new Previous(found.id(), false),
                endpoint));
  }
}
