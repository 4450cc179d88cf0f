package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.treadle.cli.store.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives real shells, as a Tab key would; the file of words is written by a real command. */
class CompletionTest {
  @TempDir
  Path temporary;

  private Path project;
  private Path cache;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(temporary.resolve("a b/below")).getParent();
    Files.createFile(project.resolve("treadle.yaml"));
    cache = temporary.resolve("cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void completesCommandsOptionsAndWhatIsStored(String shell) throws Exception {
    assumeTrue(isThere(shell), shell + " is not installed");
    words();

    assertThat(complete(shell, "treadle ru")).containsExactly("run");
    assertThat(complete(shell, "treadle run sh")).containsExactly("show");
    assertThat(complete(shell, "treadle run pen")).containsExactly("penguins");
    assertThat(complete(shell, "treadle run show "))
        .containsExactlyInAnyOrder("@latest", "3", "2", "1");
    assertThat(complete(shell, "treadle run show 3 ")).isEmpty();
    assertThat(complete(shell, "treadle run compare 1 2")).containsExactly("2");
    assertThat(complete(shell, "treadle artifact show penguins/t"))
        .containsExactly("penguins/train");
    assertThat(complete(shell, "treadle artifact diff -o json penguins/l"))
        .containsExactly("penguins/load");
    assertThat(complete(shell, "treadle run list --sta")).containsExactly("--status");
    assertThat(complete(shell, "treadle run list -o nd")).containsExactly("ndjson");
    assertThat(complete(shell, "treadle pipeline graph --as m")).containsExactly("mermaid");
    assertThat(complete(shell, "treadle run list --pipeline p")).containsExactly("penguins");
    assertThat(complete(shell, "treadle init --template ")).contains("penguins", "hello", "empty");
    assertThat(complete(shell, "treadle completion f")).containsExactly("fish");
    assertThat(complete(shell, "treadle help ex")).containsExactly("exit-codes");
    assertThat(complete(shell, "treadle run list --limit ")).isEmpty();
  }

  @Test
  void aValueBehindAnEqualsSignIsCompletedToo() throws Exception {
    assumeTrue(isThere("bash"));
    words();

    assertThat(complete("bash", "treadle run list --output=nd")).containsExactly("ndjson");
    // Bash replaces only what follows its last divider.
    assertThat(complete("bash", "treadle run show @la")).containsExactly("latest");
  }

  @Test
  void wordsAreWrittenOnceForEachRun() throws Exception {
    SampleStore store = new SampleStore();
    run(store, "run", "list");
    Path file = words();
    Files.writeString(file, Files.readString(file) + "pipelines\tmarked\n");

    run(store, "artifact", "list");
    assertThat(Files.readString(file)).contains("marked");
    assertThat(Files.readAllLines(file))
        .contains("runs\t3", "pipelines\tpenguins", "artifacts\tpenguins/train");

    store.queries.runs.remove(2);
    run(store, "artifact", "list");
    assertThat(Files.readAllLines(file)).doesNotContain("runs\t3");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoReasonToFail() throws IOException {
    Files.writeString(cache, "a file");

    assertThat(run(new SampleStore(), "run", "list").exitCode).isZero();
  }

  @Test
  void scriptsArePrintedAsTheyAre() {
    assertThat(CommandLineRun.piped("completion", "powershell").stdout)
        .contains("Register-ArgumentCompleter", "\nrun list||", "%runs")
        .doesNotContain("{{model}}");
    assertThat(CommandLineRun.piped("completion", "csh").exitCode).isEqualTo(2);
  }

  private Path words() throws IOException {
    run(new SampleStore(), "run", "list");
    try (Stream<Path> files = Files.list(cache.resolve("treadle/words"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private CommandLineRun run(SampleStore store, String... args) {
    return CommandLineRun.with(
        CommandLineRun.PIPE,
        store,
        project.resolve("below"),
        Map.of("XDG_CACHE_HOME", cache.toString()),
        args);
  }

  private List<String> complete(String shell, String line) throws Exception {
    Path script = temporary.resolve("script." + shell);
    Files.writeString(script, CommandLineRun.piped("completion", shell).stdout);
    String driver = switch (shell) {
      case "bash" -> """
              source "$1"
              COMP_LINE=$2 COMP_POINT=${#2}
              _treadle
              printf '%s\\n' "${COMPREPLY[@]}"
              """;
      // What would be offered is printed; the rest is zsh's own.
      case "zsh" -> """
              compdef() { :; }
              compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- ${(M)@:#$PREFIX*}; }
              source "$1"
              words=(${(z)2}) ; [[ $2 == *' ' ]] && words+=('')
              CURRENT=$#words PREFIX=${words[-1]}
              _treadle
              """;
      default -> """
              source $argv[1]
              complete -C $argv[2] | string replace -r '\\t.*' ''
              """;
    };
    ProcessBuilder builder = new ProcessBuilder(
        shell.equals("fish")
            ? List.of("fish", "--no-config", "-c", driver, script.toString(), line)
            : List.of(
                shell,
                shell.equals("zsh") ? "-f" : "--norc",
                "-c",
                driver,
                shell,
                script.toString(),
                line));
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().put("HOME", temporary.toString());
    builder.environment().remove("TREADLE_STORE");
    Process process = builder
        .directory(project.resolve("below").toFile())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.lines().filter(word -> !word.isBlank()).toList();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
