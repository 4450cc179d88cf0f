package dev.treadle.orchestrator.local;

import dev.treadle.spi.StepAttempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM that executes one attempt, with the class path and the options of this one. It holds on to this process by its standard
 * input: when that ends, the step is to stop.
 */
final class AttemptProcess {
  private static final Logger log = LoggerFactory.getLogger(AttemptProcess.class);
  private static final int LAST_LINES = 20;

  private final Process process;
  private final Path options;
  private final Deque<String> lastWords = new ArrayDeque<>();

  private AttemptProcess(Process process, Path options) {
    this.process = process;
    this.options = options;
  }

  static AttemptProcess start(StepAttempt attempt, List<String> mainAndArguments)
      throws IOException {
    Path options = Files.createTempFile("treadle-step", ".args");
    try {
      Files.write(options, JvmOptions.forStep(attempt.resources()));
      List<String> command = new ArrayList<>(List.of(JvmOptions.java().toString(), "@" + options));
      command.addAll(mainAndArguments);
      return new AttemptProcess(new ProcessBuilder(command).start(), options);
    } catch (IOException e) {
      Files.deleteIfExists(options);
      throw e;
    }
  }

  /** Passes on what the process prints until it has ended. */
  void await(StepAttempt attempt) throws InterruptedException, IOException {
    Thread errors = new Thread(this::keepLastWords, "treadle-step-errors");
    errors.setDaemon(true);
    errors.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(attempt::printed);
    }
    int exitCode = process.waitFor();
    errors.join(TimeUnit.SECONDS.toMillis(5));
    attempt.ended(exitCode, words());
  }

  /** Asks it to stop; after the grace it is killed. */
  void stop(Duration grace) {
    try (OutputStream in = process.getOutputStream()) {
      in.flush();
    } catch (IOException e) {
      log.debug("The process of a step has closed its input", e);
    }
    var unused = process
        .onExit()
        .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((ended, late) -> kill());
  }

  void kill() {
    process.destroyForcibly();
  }

  void clean() {
    kill();
    try {
      Files.deleteIfExists(options);
    } catch (IOException e) {
      log.debug("{} could not be deleted", options, e);
    }
  }

  private void keepLastWords() {
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::keep);
    } catch (IOException | UncheckedIOException e) {
      log.debug("The errors of a step's process could not be read", e);
    }
  }

  private synchronized void keep(String line) {
    if (lastWords.size() == LAST_LINES) {
      lastWords.removeFirst();
    }
    lastWords.add(line);
  }

  private synchronized String words() {
    return lastWords.stream().collect(Collectors.joining("\n"));
  }
}
