package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.Previous;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the pipeline of an earlier run, with the options that say how. */
final class FollowUp {
  @Option(
      names = "--max-parallel",
      paramLabel = "N",
      description = "how many steps may run at once")
  @Nullable
  Integer maxParallel;

  @Option(
      names = "--detach",
      description = "start the run in a process of its own, and return when it has a number")
  boolean detach;

  @Mixin
  RunTimeout timeout = new RunTimeout();

  @ArgGroup
  @Nullable
  FailureMode onFailure;

  @Mixin
  JvmOptions jvm = new JvmOptions();

  @Mixin
  Places places = new Places();

  /**
   * @throws TreadleException CLI-800 when an option is out of its range
   */
  void check() {
    if (maxParallel != null && maxParallel < 1) {
      throw new TreadleException(
          CliProblem.USAGE, "--max-parallel is " + maxParallel + ", give 1 or more");
    }
    timeout.millis();
  }

  /**
   * Starts it, and gives the exit code of the command.
   *
   * @param resumed whether the run goes on, or a new one takes its parameters
   * @param noCache as of {@link LaunchRequest}
   * @param selection as of {@link LaunchRequest}
   */
  int run(
      Session session,
      PipelineRun of,
      boolean resumed,
      Map<String, String> params,
      @Nullable List<String> noCache,
      @Nullable StepSelection selection) {
    Runs runs = new Runs(session, jvm, null);
    LaunchTarget found = places.find(session, of.pipeline());
    Runs.Request request = (target, setting, endpoint) -> new LaunchRequest(
        session.storeDirectory().toString(),
        target.directory().toString(),
        target.pipeline().className(),
        params,
        null,
        noCache,
        maxParallel,
        null,
        timeout.millis(),
        FailureMode.of(onFailure),
        Map.of(),
        selection,
        detach,
        places.builds(),
        new Previous(of.id(), resumed),
        endpoint);
    return detach ? runs.detach(found, request) : runs.run(found, request);
  }
}
