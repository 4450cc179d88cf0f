package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Treadle;
import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read load nothing that only writing needs. */
class ReadStartTest {
  private static final List<String> COMMANDS = List.of(
      "run list",
      "run show 2",
      "run show 2 greet",
      "run watch 2",
      "run explain 2",
      "run compare 1 2",
      "run diff 1 2",
      "run logs 2 -q",
      "run export 2 --json out.json",
      "run export 2 --html out.html",
      "artifact list",
      "artifact show greet",
      "artifact cat greet",
      "artifact preview greet",
      "artifact lineage greet",
      "artifact diff greet@1 greet@2",
      "artifact verify --all -q",
      "artifact du",
      "artifact export greet out",
      "metadata show 2",
      "pipeline graph --run 2",
      "config list",
      "version",
      "help filters",
      "docs RUN-200");

  private static final List<String> FORBIDDEN = List.of(
      "org.hibernate.",
      "jakarta.persistence.",
      "com.google.inject.",
      "org.flywaydb.",
      "ch.qos.logback.",
      "org.yaml.snakeyaml.",
      "javax.xml.");

  @TempDir
  Path directory;

  @Test
  void noReadCommandStartsWhatOnlyWritingNeeds() throws Exception {
    for (String name : List.of("Ada", "Bea")) {
      String store = directory.resolve("store").toString();
      assertThat(Treadle.run(new ArchiveTraining.Sample(), "--store", store, "-p", "name=" + name)
              .exitCode())
          .isZero();
    }
    Path loaded = directory.resolve("loaded.txt");
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:disable",
            "-Xlog:class+load:file=" + loaded,
            "-cp",
            System.getProperty("java.class.path"),
            ReadStartTest.class.getName(),
            directory.toString(),
            loaded.toString())
        .redirectErrorStream(true)
        .start();

    assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(
            COMMANDS.stream().map(command -> command + ": 0 []").toList());
  }

  /** Runs the commands one after another, and says of each how it ended and what it loaded that it must not. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    for (String command : COMMANDS) {
      int exitCode = Main.run(
          new Surroundings(
              OutputStream.nullOutputStream(),
              System.err,
              StandardCharsets.UTF_8,
              CommandLineRun.SCREEN,
              Map.of(
                  "TREADLE_STORE",
                  directory.resolve("store").toString(),
                  "XDG_CACHE_HOME",
                  directory.resolve("cache").toString()),
              directory,
              Clock.systemUTC(),
              new LocalStoreOpener(),
              new ForkedDescriber()),
          command.split(" "));
      String loaded = Files.readString(Path.of(args[1]));
      System.out.println(command + ": " + exitCode + " "
          + FORBIDDEN.stream().filter(name -> loaded.contains(" " + name)).toList());
    }
  }
}
