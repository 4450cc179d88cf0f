package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another JVM of ours, and what it has printed so far. */
final class Child implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reading;

  private Child(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.reading = new Thread(this::read, "reading-" + process.pid());
    reading.setDaemon(true);
    reading.start();
  }

  /** @param prefix what the JVM is started by, such as strace with its options; may be empty */
  static Child start(List<String> prefix, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    // Class paths are long: an argument file is the way that works everywhere.
    Path classPath = Files.createTempFile("torture", ".arguments");
    classPath.toFile().deleteOnExit();
    Files.writeString(
        classPath,
        "-cp\n\"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(options);
    command.add("@" + classPath);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("torture", ".err");
    errors.toFile().deleteOnExit();
    return new Child(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  static Child worker(Path executions, Path store, long work, long runs) throws IOException {
    return start(
        List.of(),
        List.of("-D" + Executions.PROPERTY + "=" + executions),
        Worker.class,
        store.toString(),
        Long.toString(work),
        Long.toString(runs));
  }

  /** Waits until a worker is warm. */
  void awaitReady() throws IOException {
    await().atMost(Duration.ofMinutes(5)).until(() -> lines.contains("ready") || !isAlive());
    assertThat(lines).as(Files.readString(errors)).contains("ready");
  }

  /** Lets a worker begin. */
  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Kills it, and returns when all that it had printed is here. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // of the process, it would close our end too
    end();
  }

  /** Waits for its end; the exit code. */
  int end() throws InterruptedException {
    int code = process.waitFor();
    reading.join();
    return code;
  }

  /** What it has printed. The last line is whole. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> facts() {
    return lines.stream()
        .filter(line -> line.matches("(run|step|output|completed) .*"))
        .toList();
  }

  private void read() {
    StringBuilder line = new StringBuilder();
    try (BufferedReader output = process.inputReader()) {
      for (int c = output.read(); c >= 0; c = output.read()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
