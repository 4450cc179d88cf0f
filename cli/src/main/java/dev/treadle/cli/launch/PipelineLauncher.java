package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.event.EventJson;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.PipelineMain;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a pipeline in its own JVM, shows what it tells, and says how it ended. */
public final class PipelineLauncher {
  private static final int REDRAW_MILLIS = 200;
  private static final int LAST_LINES = 10;
  private static final int CTRL_C = 130;
  private static final int SIGNAL = 128;
  /** What tells a process to end; others come with a defect or a lack of memory. */
  private static final List<Integer> REQUESTS = List.of(SIGNAL + 1, SIGNAL + 2, SIGNAL + 15);

  private static final Map<Integer, String> SIGNALS = Map.of(
      1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL",
      11, "SIGSEGV", 15, "SIGTERM");

  private final Session session;
  private final RunView view;
  private final EventJson json = new EventJson();
  private final ArrayDeque<String> lastLines = new ArrayDeque<>();
  private RunEvent.@Nullable RunStarted started;
  private RunEvent.@Nullable RunEnded ended;
  private @Nullable LaunchError error;

  public PipelineLauncher(Session session) {
    this.session = session;
    this.view = RunView.of(session);
  }

  /**
   * Waits until the run has ended.
   *
   * @throws TreadleException when it could not be started, or its process died before it ended
   */
  public LaunchOutcome launch(
      LaunchTarget target,
      List<String> jvmArguments,
      Function<EventEndpoint, LaunchRequest> request) {
    Interrupts interrupts = Interrupts.install();
    int exitCode;
    try (interrupts;
        PipelineProcess process = new PipelineProcess(
            PipelineMain.class,
            PipelineArchive.of(session, target.classPath(), jvmArguments),
            jvmArguments,
            target.directory(),
            (endpoint, file) -> request.apply(endpoint).write(file))) {
      exitCode = follow(process, interrupts);
    } finally {
      view.end();
    }
    if (error != null) {
      throw failed(error);
    }
    if (started == null || ended == null) {
      throw crashed(exitCode, interrupts.seen());
    }
    return new LaunchOutcome(
        started.run(),
        started.number(),
        ended,
        exitCode(exitCode, ended.status(), interrupts.seen()));
  }

  private int follow(PipelineProcess process, Interrupts interrupts) {
    boolean told = false;
    while (true) {
      if (interrupts.seenTwice()) {
        process.kill();
      } else if (interrupts.seen() && !told) {
        told = true;
        view.printed("Cancelling; Ctrl-C once more kills the process.");
      }
      Incident incident = process.next(REDRAW_MILLIS);
      if (incident instanceof Incident.EventLine event) {
        on(event.line());
      } else if (incident instanceof Incident.Printed printed) {
        remember(printed.line());
        view.printed(printed.line());
      } else if (incident instanceof Incident.Ended end) {
        return end.exitCode();
      } else {
        view.tick();
      }
    }
  }

  private void on(String line) {
    Optional<RunEvent> event = json.read(line);
    if (event.isEmpty()) {
      error = LaunchError.read(line).orElse(error);
      return;
    }
    if (event.get() instanceof RunEvent.RunStarted start) {
      started = start;
    } else if (event.get() instanceof RunEvent.RunEnded end) {
      ended = end;
    }
    view.on(event.get(), line);
  }

  private void remember(String line) {
    lastLines.addLast(line);
    if (lastLines.size() > LAST_LINES) {
      lastLines.removeFirst();
    }
  }

  private TreadleException failed(LaunchError problem) {
    if (session.isDebugging()) {
      session.errors().print(problem.stackTrace());
    }
    return new TreadleException(problem, problem.message());
  }

  private TreadleException crashed(int exitCode, boolean interrupted) {
    String name = SIGNALS.get(exitCode - SIGNAL);
    String how = name == null ? "ended with exit code " + exitCode : "was killed by " + name;
    String what =
        started == null ? "before the run began" : "in the middle of run " + started.number();
    StringBuilder message = new StringBuilder("The pipeline's process " + how + " " + what);
    lastLines.forEach(line -> message.append("\n| ").append(line));
    message.append(CrashHint.of(message.toString()));
    if (lastLines.isEmpty() && !interrupted) {
      message.append(
          REQUESTS.contains(exitCode)
              ? "\nfix: it was told to end from outside; run it again"
              : "\nfix: nothing was printed; look for hs_err_pid*.log and for the system's out-of-memory messages");
    }
    if (interrupted && started != null) {
      message
          .append("\nfix: the run shows as interrupted within 15 s; treadle run resume ")
          .append(started.number());
    }
    return interrupted
        ? new TreadleException(CoreProblem.RUN_CANCELLED, message.toString())
        : new TreadleException(CliProblem.PIPELINE_CRASHED, message.toString());
  }

  private static int exitCode(int process, RunStatus status, boolean interrupted) {
    if (interrupted && status != RunStatus.COMPLETED) {
      return CTRL_C;
    }
    return switch (status) {
      case COMPLETED -> 0;
      case CANCELLED -> CTRL_C;
      case FAILED, INTERRUPTED, RUNNING -> process > 0 && process < SIGNAL ? process : 1;
    };
  }
}
