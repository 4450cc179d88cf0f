package dev.treadle.cli.launch;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a JVM with the project's class path that answers and ends. */
final class Answers {
  private static final int WAIT_MILLIS = 200;
  private static final int LAST_LINES = 10;
  // The process lives for a moment: what it saves later by better code it loses now by compiling.
  private static final List<String> JVM_ARGUMENTS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Session session;

  Answers(Session session) {
    this.session = session;
  }

  /**
   * The answers in the order in which they came.
   *
   * @param main the class to start; it takes the request's file
   * @param directory that it works in
   * @param read finds an answer in a line
   * @param expected how many answers there have to be
   * @throws TreadleException when the process could not do its work
   */
  <T> List<T> of(
      Class<?> main,
      List<Path> classPath,
      Path directory,
      BiConsumer<EventEndpoint, Path> request,
      Function<String, Optional<T>> read,
      int expected) {
    try (PipelineProcess process =
        new PipelineProcess(main, archive(classPath), JVM_ARGUMENTS, directory, request)) {
      return follow(process, read, expected);
    }
  }

  /** One that is there is used; the classes of a run are what is worth recording. */
  private PipelineArchive archive(List<Path> classPath) {
    return PipelineArchive.of(session, classPath, List.of()).unlessRecording();
  }

  /** What kept the process from answering, as an exception of this one. */
  TreadleException failed(LaunchError error) {
    if (session.isDebugging()) {
      session.errors().print(error.stackTrace());
    }
    return new TreadleException(error, error.message());
  }

  private <T> List<T> follow(
      PipelineProcess process, Function<String, Optional<T>> read, int expected) {
    List<T> found = new ArrayList<>();
    ArrayDeque<String> lastLines = new ArrayDeque<>();
    while (true) {
      Incident incident = process.next(WAIT_MILLIS);
      if (incident instanceof Incident.EventLine event) {
        LaunchError.read(event.line()).ifPresent(error -> {
          throw failed(error);
        });
        read.apply(event.line()).ifPresent(found::add);
      } else if (incident instanceof Incident.Printed printed) {
        lastLines.addLast(printed.line());
        if (lastLines.size() > LAST_LINES) {
          lastLines.removeFirst();
        }
        session.say(Text.neutralised(printed.line()));
      } else if (incident instanceof Incident.Ended end) {
        if (found.size() < expected) {
          throw new TreadleException(
              CliProblem.PIPELINE_CRASHED,
              "The process that compiles the pipelines ended with exit code " + end.exitCode()
                  + " before it was done"
                  + lastLines.stream().map(line -> "\n| " + line).collect(Collectors.joining())
                  + CrashHint.of(String.join("\n", lastLines)));
        }
        return found;
      }
    }
  }
}
