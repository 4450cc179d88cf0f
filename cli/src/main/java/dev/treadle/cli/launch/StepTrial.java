package dev.treadle.cli.launch;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.SpinLog;
import dev.treadle.launch.SpinMain;
import dev.treadle.launch.SpinRequest;
import dev.treadle.launch.SpinResult;
import dev.treadle.log.LogLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Has the project's own Treadle try one step in a JVM of its own. */
public final class StepTrial {
  private static final int WAIT_MILLIS = 200;

  private final Session session;
  private final Consumer<LogLine> log;

  /**
   * @param log gets each line of the step's log while it runs
   */
  public StepTrial(Session session, Consumer<LogLine> log) {
    this.session = session;
    this.log = log;
  }

  /**
   * Waits until the step has ended.
   *
   * @throws TreadleException when it could not be tried, or its process died
   */
  public SpinResult run(
      LaunchTarget target,
      List<String> jvmArguments,
      Function<EventEndpoint, SpinRequest> request) {
    try (PipelineProcess process = new PipelineProcess(
        SpinMain.class,
        PipelineArchive.of(session, target.classPath(), jvmArguments).unlessRecording(),
        jvmArguments,
        target.directory(),
        (endpoint, file) -> request.apply(endpoint).write(file))) {
      Optional<SpinResult> result = Optional.empty();
      while (true) {
        Incident incident = process.next(WAIT_MILLIS);
        if (incident instanceof Incident.EventLine event) {
          tell(event.line());
          Optional<SpinResult> before = result;
          result = SpinResult.read(event.line()).or(() -> before);
        } else if (incident instanceof Incident.Printed printed) {
          session.say(Text.neutralised(printed.line()));
        } else if (incident instanceof Incident.Ended end) {
          return result.orElseThrow(() -> new TreadleException(
              CliProblem.PIPELINE_CRASHED,
              "The step's process ended with exit code " + end.exitCode()
                  + " before the step did"));
        }
      }
    }
  }

  private void tell(String line) {
    LaunchError.read(line).ifPresent(error -> {
      throw new Answers(session).failed(error);
    });
    SpinLog.read(line).flatMap(told -> LogLine.parse(told.line())).ifPresent(log);
  }
}
