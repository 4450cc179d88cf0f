package dev.treadle.cli.launch;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The JVM of one run or look, with the project's class path; it ends with this process. */
final class PipelineProcess implements AutoCloseable {
  private static final int GRACE_SECONDS = 10;
  private static final int DRAIN_MILLIS = 2000;

  private final LinkedBlockingQueue<Incident> incidents = new LinkedBlockingQueue<>();
  private final PipelineArchive archive;
  private final PipelineJvm jvm;
  private final Process process;
  private final Thread end;

  /**
   * @param main the class to start; it takes the request's file
   * @param archive of classes, with the class path in the order that it needs
   * @param request writes the request for the socket that events go to into a file
   */
  PipelineProcess(
      Class<?> main,
      PipelineArchive archive,
      List<String> jvmArguments,
      Path workingDirectory,
      BiConsumer<EventEndpoint, Path> request) {
    this.archive = archive;
    EventServer events = new EventServer(line -> incidents.add(new Incident.EventLine(line)));
    try {
      jvm = new PipelineJvm(main, archive, jvmArguments, events.endpoint(), request);
      process =
          new ProcessBuilder(jvm.command()).directory(workingDirectory.toFile()).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      events.close();
      throw new UncheckedIOException("Cannot start the pipeline's JVM", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    Thread stdout = pump(process.getInputStream());
    Thread stderr = pump(process.getErrorStream());
    end = new Thread(() -> awaitEnd(events, stdout, stderr), "treadle-end");
    end.setDaemon(true);
    end.start();
  }

  /** The next thing that happens, null when nothing did for so long. */
  @Nullable
  Incident next(long millis) {
    try {
      return incidents.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Incident.Ended(130);
    }
  }

  /** Ends the process without asking it. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    stop();
    archive.make();
    jvm.clean();
  }

  private void stop() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd(EventServer events, Thread stdout, Thread stderr) {
    try {
      int exitCode = process.waitFor();
      events.close();
      // A grandchild may hold the pipes open for ever.
      stdout.join(DRAIN_MILLIS);
      stderr.join(DRAIN_MILLIS);
      incidents.add(new Incident.Ended(exitCode));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread pump(InputStream stream) {
    Thread pump = new Thread(
        () -> {
          try (BufferedReader lines =
              new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              incidents.add(new Incident.Printed(line));
            }
          } catch (IOException e) {
            incidents.add(new Incident.Printed("The rest is lost: " + e.getMessage()));
          }
        },
        "treadle-prints");
    pump.setDaemon(true);
    pump.start();
    return pump;
  }
}
