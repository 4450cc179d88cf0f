package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Calls the project's own Maven: its wrapper, else {@code mvn}. */
final class Maven {
  /** Pinned, so that a project's choice of version cannot change the form of the answer. */
  private static final String BUILD_CLASS_PATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

  private final Path reactor;
  private final Consumer<String> talk;

  /**
   * @param reactor the directory that Maven runs in
   * @param talk hears what is done, and what Maven says when it fails
   */
  Maven(Path reactor, Consumer<String> talk) {
    this.reactor = reactor;
    this.talk = talk;
  }

  /** Compiles the modules and those of the project that they need. */
  void compile(List<MavenModule> modules) {
    talk.accept("Compiling " + names(modules));
    call(modules, List.of("compile"));
  }

  /**
   * Asks for the runtime class path of a module. Compiling in the same call makes other modules of the project resolve to
   * their classes, so that none of them has to be installed.
   *
   * @param build false leaves classes as they are
   */
  String classPath(MavenModule module, boolean build) {
    talk.accept(
        (build ? "Compiling " : "Asking Maven for the class path of ") + names(List.of(module)));
    try {
      Path answer = Files.createTempFile("treadle-classpath", ".txt");
      try {
        List<String> goals = new ArrayList<>(List.of(
            "compile",
            BUILD_CLASS_PATH,
            "-DincludeScope=runtime",
            "-Dmdep.regenerateFile=true",
            "-Dmdep.outputFile=" + answer));
        if (!build) {
          goals.add("-Dmaven.main.skip=true");
        }
        call(List.of(module), goals);
        return Files.readString(answer).strip();
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class path of " + module.directory(), e);
    }
  }

  private void call(List<MavenModule> modules, List<String> goals) {
    List<String> command =
        new ArrayList<>(List.of(executable(), "-q", "-B", "-Dstyle.color=never"));
    if (modules.stream().noneMatch(module -> module.directory().equals(reactor))) {
      command.addAll(List.of("-am", "-pl", names(modules)));
    }
    command.addAll(goals);
    List<String> output = new ArrayList<>();
    try {
      Process process = new ProcessBuilder(command)
          .directory(reactor.toFile())
          .redirectErrorStream(true)
          .start();
      process.getOutputStream().close();
      try (BufferedReader lines = new BufferedReader(
          new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          output.add(line);
        }
      }
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        MavenOutput.ofFailure(output).forEach(talk);
        throw new TreadleException(
            CliProblem.BUILD_FAILED,
            "The build failed with exit code " + exitCode + ": " + String.join(" ", command)
                + "\nin " + reactor
                + "\nfix: what it says above, or run what was compiled before with --no-build");
      }
    } catch (IOException e) {
      throw new TreadleException(
          CliProblem.BUILD_FAILED,
          "Cannot start Maven: " + e.getMessage()
              + "\nfix: install Maven, add mvnw to the project, or use --jar or --classpath",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TreadleException(CliProblem.BUILD_FAILED, "Interrupted while Maven was running", e);
    }
  }

  private String executable() {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    Path wrapper = reactor.resolve(windows ? "mvnw.cmd" : "mvnw");
    if (Files.isExecutable(wrapper)) {
      return wrapper.toString();
    }
    return windows ? "mvn.cmd" : "mvn";
  }

  private String names(List<MavenModule> modules) {
    return modules.stream()
        .map(module -> reactor.relativize(module.directory()).toString().replace('\\', '/'))
        .map(name -> name.isEmpty() ? "the project" : name)
        .collect(Collectors.joining(","));
  }
}
