package dev.treadle.testing;

import dev.treadle.graph.PipelineNames;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of an installation, as if on a terminal: a launcher in a test has none to find out about. */
final class InstalledTreadle {
  private static final String HOME = "treadle.home";
  private static final List<String> TERMINAL = List.of(
      "-Dtreadle.terminal.stdout=true",
      "-Dtreadle.terminal.stderr=true",
      "-Dtreadle.terminal.width=100",
      "-Dtreadle.terminal.height=50",
      "-Dtreadle.terminal.charset=UTF-8");

  private static final String SHOWN_AS = "/home/ana/demo";

  private final Path store;
  private final Path here;

  private InstalledTreadle(Path store, Path here) {
    this.store = store;
    this.here = here;
  }

  /** Its store and the folder that it is called in are both made in the one that is given. */
  static InstalledTreadle in(Path folder) throws IOException {
    Path here = Files.createDirectory(folder.toRealPath().resolve("demo"));
    return new InstalledTreadle(folder.resolve("store"), here);
  }

  /**
   * How a call ended.
   *
   * @param text what it wrote, to both streams, whatever the folder's path
   */
  record Outcome(int exitCode, String text) {}

  Outcome call(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(TERMINAL);
    command.addAll(List.of("-cp", library().resolve("*").toString(), "dev.treadle.cli.Main"));
    command.addAll(arguments);
    if (looksForPipelines(arguments)) {
      command.addAll(List.of("--classpath", classPath()));
    }
    if (runs(arguments)) {
      // One at a time, or steps that do not wait for each other would end in any order.
      command.addAll(List.of("--max-parallel", "1"));
    }
    ProcessBuilder process =
        new ProcessBuilder(command).directory(here.toFile()).redirectErrorStream(true);
    process.environment().keySet().removeIf(name -> name.startsWith("TREADLE_"));
    process.environment().put("TREADLE_STORE", store.toString());
    process.environment().put("TERM", "xterm");
    process.environment().put("NO_COLOR", "1");
    Process running = process.start();
    running.getOutputStream().close();
    String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(running.waitFor(), text.replace(here.toString(), SHOWN_AS));
  }

  private static Path library() {
    String home = System.getProperty(HOME, "");
    Path library = Path.of(home, "lib");
    if (home.isEmpty() || !Files.isDirectory(library)) {
      throw new AssertionError(
          "There is no Treadle in '" + home + "'; set -D" + HOME + "=DIR to where it is installed");
    }
    return library;
  }

  /** The commands that need the user's classes; others read the store only. */
  private static boolean looksForPipelines(List<String> arguments) {
    return runs(arguments) || (arguments.get(0).equals("pipeline") && !arguments.contains("--run"));
  }

  private static boolean runs(List<String> arguments) {
    return arguments.get(0).equals("run")
        && arguments.size() > 1
        && !PipelineNames.isReserved(arguments.get(1));
  }

  /** That of the test, without its own classes. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
