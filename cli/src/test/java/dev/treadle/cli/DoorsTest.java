package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.MainArguments;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** A pipeline's own {@code main} takes the options of {@code treadle run}. */
class DoorsTest {
  /** Another process, or what it prints: a {@code main} is its own. */
  private static final Set<String> OF_THE_COMMAND_ALONE = Set.of(
      "--no-build",
      "--jvm-arg",
      "--jfr",
      "--debug-port",
      "--jar",
      "--classpath",
      "--watch",
      "--sweep",
      "--detach",
      "--fail-if",
      "--output",
      "-o",
      "--fields",
      "--no-headers",
      "--quiet",
      "-q",
      "--verbose",
      "-v",
      "--debug",
      "--color",
      "--yes",
      "-y",
      "--no-input",
      "--project",
      "--help",
      "-h");

  @Test
  void takeTheSameOptions() {
    Set<String> expected = options();
    expected.removeAll(OF_THE_COMMAND_ALONE);

    Set<String> taken = options().stream()
        .filter(DoorsTest::isTakenByMain)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(taken).isEqualTo(expected);
    assertThat(options()).containsAll(OF_THE_COMMAND_ALONE);
  }

  @Test
  void mainNamesNoOptionThatTheCommandDoesNotHave() {
    Set<String> named = Arrays.stream(
            complaint("--dry-run").lines().reduce("", (a, b) -> b).split("\\s+"))
        .filter(word -> word.matches("--?[a-z].*"))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).contains("-p", "--dry-run").hasSizeGreaterThan(6);
    assertThat(options()).containsAll(named);
  }

  private static Set<String> options() {
    Session session = new Session(CommandLineRun.surroundings(
        CommandLineRun.PIPE,
        new SampleStore(),
        Path.of("target"),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream()));
    return TreadleCommand.create(session)
        .getSubcommands()
        .get("run")
        .getCommandSpec()
        .options()
        .stream()
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isTakenByMain(String option) {
    return !complaint(option).contains("unknown option '" + option + "'");
  }

  private static String complaint(String option) {
    try {
      MainArguments.parse(option, "1", "--none-such");
      return "";
    } catch (TreadleException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
