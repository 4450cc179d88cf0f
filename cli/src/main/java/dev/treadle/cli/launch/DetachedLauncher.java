package dev.treadle.cli.launch;

import dev.treadle.DetachedLogs;
import dev.treadle.api.run.RunEvent;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.event.EventJson;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts a pipeline in a JVM that goes on by itself, and waits until its run has a number. */
public final class DetachedLauncher {
  private static final int LAST_LINES = 10;
  private static final int LOOK_MILLIS = 200;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Session session;
  private final DetachedLogs logs;
  private final EventJson json = new EventJson();

  public DetachedLauncher(Session session) {
    this.session = session;
    this.logs = new DetachedLogs(session.storeDirectory());
  }

  /**
   * Leaves when the run has begun; until then Ctrl-C ends both.
   *
   * @throws TreadleException when it could not be started
   */
  public StartedRun launch(
      LaunchTarget target,
      List<String> jvmArguments,
      Function<EventEndpoint, LaunchRequest> request) {
    Path output = output(target);
    try (Interrupts interrupts = Interrupts.install();
        DetachedProcess process = new DetachedProcess(
            PipelineArchive.of(session, target.classPath(), jvmArguments),
            jvmArguments,
            target.directory(),
            output,
            (endpoint, file) -> request.apply(endpoint).write(file))) {
      while (true) {
        Optional<Incident> incident = process.next(LOOK_MILLIS);
        if (interrupts.seen()) {
          throw new TreadleException(
              CoreProblem.RUN_CANCELLED, "Ctrl-C came before the run began; it was not started");
        }
        Optional<StartedRun> started = incident.flatMap(what -> on(what, process, output));
        if (started.isPresent()) {
          process.leave();
          return started.get();
        }
      }
    }
  }

  private Optional<StartedRun> on(Incident incident, DetachedProcess process, Path output) {
    if (incident instanceof Incident.EventLine event) {
      LaunchError.read(event.line()).ifPresent(error -> {
        throw new Answers(session).failed(error);
      });
      return json.read(event.line())
          .filter(RunEvent.RunStarted.class::isInstance)
          .map(RunEvent.RunStarted.class::cast)
          .map(started -> new StartedRun(
              started.run(),
              started.number(),
              event.line(),
              process.pid(),
              logs.assign(output, started.run())));
    }
    if (incident instanceof Incident.Ended end) {
      throw new TreadleException(
          CliProblem.PIPELINE_CRASHED,
          "The pipeline's process ended with exit code " + end.exitCode() + " before the run began"
              + lastLines(output)
              + CrashHint.of(lastLines(output)));
    }
    return Optional.empty();
  }

  private Path output(LaunchTarget target) {
    String name = target.pipeline().className();
    try {
      return logs.open(name.substring(name.lastIndexOf('.') + 1) + "-"
          + NAME.format(session.clock().instant()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder of the logs", e);
    }
  }

  private static String lastLines(Path output) {
    try {
      // What is no text in this charset is shown as such.
      List<String> lines = new String(Files.readAllBytes(output), Charset.defaultCharset())
          .lines()
          .toList();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
          .map(line -> "\n| " + line)
          .collect(Collectors.joining());
    } catch (IOException e) {
      return "\nIts output is not readable: " + output;
    }
  }
}
