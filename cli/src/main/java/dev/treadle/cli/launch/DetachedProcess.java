package dev.treadle.cli.launch;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.PipelineMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The JVM of a run that goes on when this process and its terminal have gone: in a session of its own, reading nothing and
 * printing into a file.
 */
final class DetachedProcess implements AutoCloseable {
  /** Programs that keep a process from what happens to a terminal, the better one first. */
  private static final List<String> STARTERS = List.of("setsid", "nohup");

  private final LinkedBlockingQueue<Incident> incidents = new LinkedBlockingQueue<>();
  private final EventServer events;
  private final PipelineJvm jvm;
  private final Process process;
  private boolean left;

  /**
   * @param output where it prints
   */
  DetachedProcess(
      PipelineArchive archive,
      List<String> jvmArguments,
      Path workingDirectory,
      Path output,
      BiConsumer<EventEndpoint, Path> request) {
    this.events = new EventServer(line -> incidents.add(new Incident.EventLine(line)));
    try {
      jvm = new PipelineJvm(
          PipelineMain.class, archive.unlessRecording(), jvmArguments, events.endpoint(), request);
      List<String> command = new ArrayList<>(starter().stream().toList());
      command.addAll(jvm.command());
      process = new ProcessBuilder(command)
          .directory(workingDirectory.toFile())
          .redirectInput(PipelineArchive.NOTHING)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      events.close();
      throw new UncheckedIOException("Cannot start the pipeline's JVM", e);
    }
    var unused = process.onExit().thenAccept(ended -> {
      events.close();
      incidents.add(new Incident.Ended(ended.exitValue()));
    });
  }

  long pid() {
    return process.pid();
  }

  /** The next thing that happens; empty when nothing did for so long. */
  Optional<Incident> next(long millis) {
    try {
      return Optional.ofNullable(incidents.poll(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Incident.Ended(130));
    }
  }

  /** Lets it go on by itself. */
  void leave() {
    left = true;
  }

  /** Ends the process unless it was left. */
  @Override
  public void close() {
    if (!left) {
      process.destroy();
    }
    jvm.clean();
  }

  private static Optional<String> starter() {
    String path = System.getenv().getOrDefault("PATH", "");
    return STARTERS.stream()
        .filter(program -> Stream.of(path.split(File.pathSeparator))
            .filter(directory -> !directory.isEmpty())
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))))
        .findFirst();
  }
}
