package dev.treadle.launch;

import dev.treadle.api.run.RunListener;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.event.EventLines;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The JVM that {@code treadle run} forks, with the project's own class path. Takes one argument, the file of a {@link
 * LaunchRequest}, so that neither parameters nor token show in the process list or meet the platform's charset.
 */
public final class PipelineMain {
  private PipelineMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println(
          "usage: PipelineMain REQUEST_FILE   (treadle run NAME writes it; in code use Treadle.run)");
      System.exit(2);
    }
    int exitCode = run(Path.of(args[0]), System.out, PipelineMain::abandoned);
    // Libraries leave threads behind that are not daemons; the run is over and durable.
    System.exit(exitCode);
  }

  static int run(Path requestFile, OutputStream out, Runnable abandoned) throws IOException {
    Optional<PipelineEngine> engine = engine();
    engine.ifPresent(PipelineEngine::prepare);
    LaunchRequest request = LaunchRequest.take(requestFile);
    if (request.detached() && request.events() != null) {
      return runDetached(request, request.events(), engine);
    }
    try (EventConnection events = EventConnection.open(request.events(), out, abandoned)) {
      return run(request, engine, events, events);
    }
  }

  /** Tells the command line until it has gone, and its own output to the end. */
  private static int runDetached(
      LaunchRequest request, EventEndpoint endpoint, Optional<PipelineEngine> engine)
      throws IOException {
    RunListener printed = new EventLines(System.out::println);
    try (EventConnection events = EventConnection.openOptional(endpoint)) {
      return run(request, engine, events, event -> {
        events.on(event);
        printed.on(event);
      });
    }
  }

  private static int run(
      LaunchRequest request,
      Optional<PipelineEngine> engine,
      EventConnection events,
      RunListener listener) {
    try {
      return engine.orElseThrow(PipelineMain::missing).run(request, listener);
    } catch (RuntimeException | Error e) {
      LaunchError error = LaunchError.of(e);
      if (request.detached()) {
        System.err.println("error[" + error.code() + "]: " + error.message());
      }
      events.line(error.toJson());
      return error.exitCode();
    }
  }

  /** The command line was killed: as after Ctrl-C, lest a run goes on that nobody sees. */
  private static void abandoned() {
    System.exit(CoreProblem.RUN_CANCELLED.exitCode());
  }

  static Optional<PipelineEngine> engine() {
    return ServiceLoader.load(PipelineEngine.class).findFirst();
  }

  static TreadleException missing() {
    return new TreadleException(
        CoreProblem.STACK_MISSING_COMPONENT,
        "There is no pipeline engine on the class path; add dev.treadle:treadle-core to the project");
  }
}
