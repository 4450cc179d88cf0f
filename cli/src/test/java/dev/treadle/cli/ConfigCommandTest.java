package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.terminal.ColourMode;
import dev.treadle.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An option wins over the environment, this over the project, this over the user, this over the default. */
class ConfigCommandTest {
  @TempDir
  Path directory;

  private Path project;
  private Path user;

  @BeforeEach
  void makeAProject() throws IOException {
    project = Files.createDirectories(directory.resolve("a project/below")).getParent();
    user = Files.createDirectories(directory.resolve("home/treadle")).resolve("config.yaml");
    Files.writeString(project.resolve("treadle.yaml"), "# ours\n\nmax-parallel: 2   # two\n");
  }

  @Test
  void listsWhatCountsAndWhoSaidSo() throws IOException {
    Files.writeString(user, "max-parallel: 8\noutput: 'wide'\n");

    golden("config-list.txt", config(Map.of("TREADLE_SEED", "5"), "list").stdout);
    golden("config-list.json", config(Map.of("TREADLE_SEED", "5"), "list", "-o", "json").stdout);
  }

  @Test
  void explainsWhatOverridesWhat() throws IOException {
    Files.writeString(user, "max-parallel: 8\noutput: wide\n");
    Map<String, String> variable = Map.of("TREADLE_MAX_PARALLEL", "4");

    golden("config-explain.txt", config(variable, "explain", "max-parallel").stdout);
    golden("config-explain.json", config(Map.of(), "explain", "output", "-o", "json").stdout);
    assertThat(config(variable, "show", "max-parallel").stdout).isEqualTo("4\n");
    assertThat(config(Map.of(), "show", "max-parallel").stdout).isEqualTo("2\n");
    assertThat(config(Map.of(), "show", "seed").stdout).isEqualTo("17\n");
  }

  @Test
  void whatIsSetStandsForTheOption() throws IOException {
    Files.writeString(user, "output: name\n");

    assertThat(run(Map.of(), "run", "list").stdout).isEqualTo("3\n2\n1\n");
    assertThat(run(Map.of("TREADLE_OUTPUT", "ndjson"), "run", "list").stdout).startsWith("{");
    assertThat(run(Map.of(), "run", "list", "-o", "tsv").stdout).startsWith("RUN\t");
  }

  @Test
  void theStoreMayBeNamedInTheFile() throws IOException {
    Files.writeString(project.resolve("treadle.yaml"), "store: \"../data here\"\n");

    assertThat(run(Map.of(), "run", "list", "-v").stderr)
        .isEqualTo("store " + directory.resolve("data here") + "\n");
    assertThat(run(Map.of("TREADLE_STORE", "x"), "run", "list", "-v").stderr)
        .isEqualTo("store " + project.resolve("below/x") + "\n");
  }

  @Test
  void setsAValueAndLeavesTheOtherLines() throws IOException {
    CommandLineRun first = config(Map.of(), "set", "max-parallel", "3");
    config(Map.of(), "set", "jvm-args", "-Xmx1g -Da=#b");
    config(Map.of(), "set", "color", "never", "--user");
    CommandLineRun hidden = config(Map.of("TREADLE_SEED", "5"), "set", "seed", "6");

    assertThat(Files.readString(project.resolve("treadle.yaml")))
        .isEqualTo("# ours\n\nmax-parallel: 3\njvm-args: -Xmx1g -Da=#b\nseed: 6\n");
    assertThat(Files.readString(user)).isEqualTo("color: never\n");
    assertThat(config(Map.of(), "show", "jvm-args").stdout).isEqualTo("-Xmx1g -Da=#b\n");
    assertThat(first.stderr)
        .isEqualTo("max-parallel is 3 in " + project.resolve("treadle.yaml") + "\n");
    assertThat(hidden.stderr).endsWith("here it is 5, which TREADLE_SEED says\n");
  }

  @Test
  void refusesWhatIsNoSetting() throws IOException {
    Files.writeString(
        project.resolve("treadle.yaml"), "otput: json\nseed: many\nstack:\n  name: x\n");

    CommandLineRun run = run(Map.of(), "run", "list");

    assertThat(run.exitCode).isEqualTo(4);
    assertThat(run.stderr.replace(project.toString(), "…")).isEqualTo("""
            error[CONFIG-160]: …/treadle.yaml:1  there is no setting 'otput'; did you mean 'output'?
              …/treadle.yaml:2  'many' is no value of seed: give a whole number
              …/treadle.yaml:3  there is no setting 'stack'.
              …/treadle.yaml:4  a line of settings is 'key: value'
              see: treadle config list
            """);
    assertThat(run(Map.of("TREADLE_COLOR", "blue"), "run", "list").stderr)
        .startsWith(
            "error[CONFIG-160]: TREADLE_COLOR  'blue' is no value of color: give one of auto, always, never");
    assertThat(config(Map.of(), "explain", "sed").stderr).contains("did you mean: seed");
    assertThat(config(Map.of(), "explain", "sed").exitCode).isEqualTo(2);
  }

  @Test
  void tellsAWrongCallThoughSettingsAreWrongToo() throws IOException {
    Files.writeString(user, "output: xml\n");

    CommandLineRun run = run(Map.of(), "run", "lst", "--x");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.stderr).startsWith("error[CLI-800]");
  }

  @Test
  void refusesToSetWhatCannotBe() throws IOException {
    assertThat(config(Map.of(), "set", "output", "xml").exitCode).isEqualTo(4);
    Files.delete(project.resolve("treadle.yaml"));
    CommandLineRun nowhere = config(Map.of(), "set", "seed", "1");
    assertThat(nowhere.exitCode).isEqualTo(3);
    assertThat(nowhere.stderr).contains("--user");
  }

  @Test
  void choicesAreThoseOfTheOptions() {
    assertThat(Setting.OUTPUT.choices()).isEqualTo(names(OutputFormat.values()));
    assertThat(Setting.COLOR.choices()).isEqualTo(names(ColourMode.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private void golden(String name, String text) {
    Golden.assertEquals(name, text.replace(directory.toString(), "/home/ana"));
  }

  private CommandLineRun config(Map<String, String> environment, String... args) {
    return run(
        environment, Stream.concat(Stream.of("config"), Stream.of(args)).toArray(String[]::new));
  }

  private CommandLineRun run(Map<String, String> environment, String... args) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("XDG_CONFIG_HOME", directory.resolve("home").toString());
    return CommandLineRun.with(
        CommandLineRun.PIPE, new SampleStore(), project.resolve("below"), all, args);
  }
}
