package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.store.SampleStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run-list           | run list",
        "run-list-page      | run list --limit 2",
        "run-show           | run show 2",
        "run-show-failed    | run show 3",
        "run-show-step      | run show 3 train",
        "run-explain        | run explain 2",
        "run-list-status    | run list --status failed,cancelled",
        "run-list-oldest    | run list --sort run --limit 1",
        "artifact-where     | artifact list -w TRAIN --sort -created",
        "help-filters       | help filters",
        "help-exit-codes    | help exit-codes",
        "help-references    | help references",
        "run-logs           | run logs 1",
        "artifact-list      | artifact list",
        "artifact-versions  | artifact list penguins/train",
        "artifact-show      | artifact show penguins/train@2",
        "artifact-lineage   | artifact lineage evaluate@2 --down all",
        "artifact-down      | artifact lineage penguins.json --down all",
        "artifact-diff      | artifact diff penguins/train@1 penguins/train@2",
        "run-diff           | run diff 1 3",
        "run-compare        | run compare 1 2 3",
        "run-compare-all    | run compare 2 --baseline 1 @latest --all --keys *a*",
        "artifact-verify    | artifact verify load penguins/train@2",
        "artifact-cat       | artifact cat load --head 1"
      })
  void printsTheSameInEveryFormAsBefore(String name, String command) {
    String[] args = command.split(" ");

    Golden.assertEquals(
        name + ".screen.txt", CommandLineRun.on(CommandLineRun.SCREEN, args).stdout);
    Golden.assertEquals(name + ".pipe.txt", CommandLineRun.piped(args).stdout);
    Golden.assertEquals(name + ".tsv", CommandLineRun.piped(with(args, "tsv")).stdout);
    Golden.assertEquals(name + ".json", CommandLineRun.piped(with(args, "json")).stdout);
    Golden.assertEquals(name + ".ndjson", CommandLineRun.piped(with(args, "ndjson")).stdout);
    Golden.assertEquals(name + ".names.txt", CommandLineRun.piped(with(args, "name")).stdout);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run list                          | 0",
        "--help                            | 0",
        "version                           | 0",
        "artifact verify penguins/train@2  | 1",
        "artifact verify --all             | 1",
        "run list --stauts failed          | 2",
        "run list --limit 0                | 2",
        "run list -w size>3                | 2",
        "run list --since yesterday        | 2",
        "run list --sort size              | 2",
        "run list --cursor x               | 2",
        "run list --fields runn            | 2",
        "help run list                     | 0",
        "help no-topic                     | 3",
        "run list --status odd             | 2",
        "artifact                          | 2",
        "run diff 1                        | 2",
        "run compare 1                     | 2",
        "run compare 1 2 --fail-if x<      | 2",
        "run compare 1 2 --fail-if acc<1   | 2",
        "run compare 1 2 --keys [          | 2",
        "run compare 1 42                  | 3",
        "run compare 1 2 --fail-if accuracy<base      | 0",
        "run compare 1 2 --fail-if accuracy>base      | 9",
        "artifact diff penguins/train@1 nothing       | 3",
        "artifact verify                   | 2",
        "artifact lineage load --up x      | 2",
        "artifact show train               | 2",
        "run show 42                       | 3",
        "run show 3 trian                  | 3",
        "artifact cat penguins.json        | 3",
        "artifact verify penguins.json     | 3"
      })
  void endsWithTheCodeOfWhatHappened(String command, int exitCode) {
    assertThat(CommandLineRun.piped(command.split(" ")).exitCode).isEqualTo(exitCode);
  }

  @Test
  void keepsTheTextOfErrors() {
    Golden.assertEquals("error-not-found.txt", CommandLineRun.piped("run", "show", "42").stderr);
    Golden.assertEquals(
        "error-ambiguous.txt", CommandLineRun.piped("artifact", "show", "train").stderr);
    Golden.assertEquals(
        "error-filter.txt",
        CommandLineRun.piped("run", "list", "-w", "by=ana statsu=failed").stderr);
    Golden.assertEquals(
        "error-filter.json",
        CommandLineRun.piped("run", "list", "-w", "by=ana statsu=failed", "-o", "json").stderr);
    Golden.assertEquals(
        "error-usage.txt", CommandLineRun.piped("run", "list", "--stauts", "failed").stderr);
    Golden.assertEquals(
        "error-not-found.json",
        CommandLineRun.piped("run", "show", "3", "trian", "-o", "json").stderr);
    Golden.assertEquals(
        "error-condition.txt",
        CommandLineRun.piped("run", "compare", "1", "2", "--fail-if", "accuracy > base - 0.01")
            .stderr);
    Golden.assertEquals(
        "error-condition-metric.txt",
        CommandLineRun.piped("run", "compare", "1", "2", "--fail-if", "acuracy < 1").stderr);
    assertThat(CommandLineRun.piped("run", "show", "42").stdout).isEmpty();
  }

  @Test
  void verifiesWhatIsStoredAndCountsWhatIsElsewhere() {
    CommandLineRun all = CommandLineRun.piped("artifact", "verify", "--all", "-o", "name");
    CommandLineRun external = CommandLineRun.piped("artifact", "verify", "penguins.json");

    assertThat(all.stdout).contains("penguins/train@2").doesNotContain("penguins.json");
    assertThat(all.stderr).endsWith(" verified, 2 damaged, 1 external, not stored here\n");
    assertThat(external.stderr)
        .contains("penguins.json@1 is not stored here; its data is at file:");
  }

  @Test
  void reportsWhatIsNotOursAsABug() {
    var store = new SampleStore();
    store.queries.runs.add(null);

    CommandLineRun run =
        CommandLineRun.with(CommandLineRun.PIPE, store, Path.of("target"), "run", "list");
    CommandLineRun debugged = CommandLineRun.with(
        CommandLineRun.PIPE, store, Path.of("target"), "run", "list", "--debug");

    assertThat(run.exitCode).isEqualTo(70);
    assertThat(run.stderr)
        .startsWith("internal error[BUG-000]: java.lang.NullPointerException")
        .contains("this is a bug in treadle")
        .doesNotContain("\tat ");
    assertThat(debugged.stderr).contains("\tat dev.treadle.cli");
  }

  @Test
  void endsQuietlyWhenThePipeIsClosed() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(
        CommandLineRun.surroundings(
            CommandLineRun.PIPE, new SampleStore(), Path.of("target"), failing("Broken pipe"), err),
        "run",
        "list");

    assertThat(exitCode).isEqualTo(141);
    assertThat(err.size()).isZero();
  }

  @Test
  void saysThatTheDiskIsFull() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(
        CommandLineRun.surroundings(
            CommandLineRun.PIPE,
            new SampleStore(),
            Path.of("target"),
            failing("No space left on device"),
            err),
        "run",
        "list");

    assertThat(exitCode).isEqualTo(7);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error[CLI-804]: Cannot write the output: No space left on device."
            + " What the command did until then stands\n");
  }

  @Test
  void neverReadsAReferenceAsAFileOfArguments() {
    assertThat(CommandLineRun.piped("run", "show", "@latest", "-o", "name").stdout)
        .isEqualTo("3\n");
  }

  @Test
  void takesAReservedNameForAPipelineBehindTwoDashes() {
    CommandLineRun run = CommandLineRun.with(
        CommandLineRun.PIPE, new SampleStore(), Path.of("/"), "run", "--", "list");

    assertThat(run.exitCode).isEqualTo(3);
    assertThat(run.stderr).startsWith("error[CLI-801]: There is no pom.xml in /");
  }

  @Test
  void neutralisesWhatAnErrorQuotes() {
    CommandLineRun run = CommandLineRun.piped("run", "show", "\u001b[2J");

    assertThat(run.stderr).doesNotContain("\u001b").contains("\\x1b[2J");
  }

  @Test
  void passesThePluginsCodeThrough() {
    var store = new SampleStore();
    var closed = new TreadleException(CoreProblem.STORE_LOCKED, "The store is held by process 7");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    var surroundings = CommandLineRun.surroundings(
        CommandLineRun.PIPE, store, Path.of("target"), OutputStream.nullOutputStream(), err);
    int exitCode = Main.run(
        new dev.treadle.cli.session.Surroundings(
            surroundings.stdout(),
            surroundings.stderr(),
            surroundings.charset(),
            surroundings.terminal(),
            surroundings.environment(),
            surroundings.directory(),
            surroundings.clock(),
            path -> {
              throw closed;
            },
            surroundings.describer()),
        "run",
        "list");

    assertThat(exitCode).isEqualTo(6);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error[STORE-702]: The store is held by process 7\n");
  }

  private static String[] with(String[] args, String format) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "-o";
    all[args.length + 1] = format;
    return all;
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
