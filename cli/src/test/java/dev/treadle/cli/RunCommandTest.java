package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks real JVMs, with an engine that plays a part instead of running steps. */
class RunCommandTest {
  @TempDir
  Path directory;

  @Test
  void runsAPipelineAndEndsWithItsSummary() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "-p", "name=é=\"1\" \\x");

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout).isEqualTo("""
            2026-11-23T20:00:00Z run=2 pipeline=penguins state=started seed=17
            2026-11-23T20:00:00Z run=2 step=load state=completed ms=12 cache=miss reason="first run" summary="344 rows"
            2026-11-23T20:00:00Z run=2 state=completed ms=900
            ✔ penguins #2 completed in 0.9 s   1 cached, 2 run
              accuracy 0.990 (+0.012 vs #1)
              evaluate@2 ◀ train@2 ◀ load@1 ◀ penguins.json (sha256:c10000…)
            Next: treadle run explain 2 · treadle artifact lineage penguins/evaluate@2
            """);
    assertThat(run.stderr).startsWith("printed by a library: {name=").contains("=\"1\" \\x}");
  }

  @Test
  void printsOneDocumentAsJson() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "-o", "json");

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout).isEqualTo(CommandLineRun.piped("run", "show", "2", "-o", "json").stdout);
  }

  @Test
  void relaysEventsAsLines() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "-o", "ndjson");

    assertThat(run.stdout.lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"apiVersion\":\"treadle/v1\",\"kind\":\""));
  }

  @Test
  void endsWithOneWhenTheRunFailed() throws IOException {
    assertThat(run("Fails", CommandLineRun.PIPE).exitCode).isEqualTo(1);
  }

  @Test
  void reportsWhatTheEngineRefused() throws IOException {
    CommandLineRun run = run("Refuses", CommandLineRun.PIPE);

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.stderr)
        .isEqualTo("error[PARAM-110]: 1 problem with the parameters\n  dept   unknown\n");
    assertThat(run.stdout).isEmpty();
  }

  @Test
  void tellsTheLastWordsOfAProcessThatDied() throws IOException {
    CommandLineRun run = run("Dies", CommandLineRun.PIPE, "-q");

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.stderr)
        .startsWith(
            "error[CLI-803]: The pipeline's process was killed by SIGKILL in the middle of run 2\n")
        .contains("  | out of luck\n");
  }

  @Test
  void tellsAProcessThatWasToldToEndFromOneThatBroke() throws IOException {
    assertThat(run("IsInterrupted", CommandLineRun.PIPE).stderr)
        .isEqualTo(
            "error[CLI-803]: The pipeline's process was killed by SIGINT before the run began\n"
                + "  fix: it was told to end from outside; run it again\n");
  }

  @Test
  void sweepsOverAllCombinationsAndListsThem() throws IOException {
    CommandLineRun run = run(
        "Works",
        CommandLineRun.PIPE,
        "--sweep",
        "depth=3..4 x lr=0.1",
        "-p",
        "name=x",
        "-o",
        "tsv");

    assertThat(run.exitCode).isZero();
    assertThat(run.stderr)
        .contains("Run 1 of 2: depth=3 lr=0.1\n")
        .contains("printed by a library: {name=x, depth=3, lr=0.1}\n")
        .contains("Run 2 of 2: depth=4 lr=0.1\n")
        .contains("printed by a library: {name=x, depth=4, lr=0.1}\n");
    assertThat(run.stdout).contains("RUN\tSTATUS\tTOOK\tCACHED\tdepth\tlr\tMETRICS\n");
  }

  @Test
  void aSweepWhoseRunsFailGoesOnAndEndsWithOne() throws IOException {
    CommandLineRun run = run("Fails", CommandLineRun.PIPE, "--sweep", "depth=3..4", "-o", "name");

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.stderr).contains("Run 2 of 2: depth=4\n");
    assertThat(run.stdout).isEqualTo("2\n");
  }

  @Test
  void refusesAParameterThatIsGivenTwice() throws IOException {
    CommandLineRun run =
        run("Works", CommandLineRun.PIPE, "--sweep", "depth=3..4", "-p", "depth=7");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.stderr)
        .isEqualTo(
            "error[CLI-800]: Given by -p and by --sweep: depth\n  fix: leave one of them out\n");
  }

  @Test
  void saysWhatEachStepWouldDo() throws IOException {
    Golden.assertEquals(
        "run-dry.screen.txt", run("Works", CommandLineRun.SCREEN, "--dry-run").stdout);
    Golden.assertEquals("run-dry.pipe.txt", run("Works", CommandLineRun.PIPE, "--dry-run").stdout);
    Golden.assertEquals(
        "run-dry.json", run("Works", CommandLineRun.PIPE, "--dry-run", "-o", "json").stdout);
    assertThat(run("Refuses", CommandLineRun.PIPE, "--dry-run").exitCode).isEqualTo(2);
  }

  @Test
  void passesOnWhichStepsRunWhateverIsStored() throws IOException {
    assertThat(run("Works", CommandLineRun.PIPE, "--dry-run", "--no-cache").stdout)
        .contains("--no-cache []");
    assertThat(run("Works", CommandLineRun.PIPE, "--no-cache", "load", "train", "--dry-run").stdout)
        .contains("--no-cache [load, train]");
  }

  @Test
  void takesTheLastNameBehindNoCacheForThePipelineWhenThereIsNoOther() {
    CommandLineRun run = CommandLineRun.with(
        CommandLineRun.PIPE, new SampleStore(), Path.of("/"), "run", "--no-cache", "train", "pie");

    assertThat(run.stderr).startsWith("error[CLI-801]: There is no pom.xml in /");
  }

  @Test
  void passesOnWhichStepsAreExecuted() throws IOException {
    CommandLineRun run =
        run("Selected", CommandLineRun.PIPE, "--from", "train", "evaluate", "--skip", "publish");

    assertThat(run.stderr)
        .contains("selected: StepSelection[from=[train, evaluate], to=[], only=[],"
            + " skip=[publish], inputsOf=null]");
    assertThat(run("Selected", CommandLineRun.PIPE, "--only=a", "--with-inputs-of", "@-1").stderr)
        .contains("only=[a], skip=[], inputsOf=2]");
    assertThat(run("Selected", CommandLineRun.PIPE).stderr).contains("selected: null");
  }

  @Test
  void theLastWordIsThePipelineWhenThereIsNoOther() {
    CommandLineRun run = CommandLineRun.with(
        CommandLineRun.PIPE,
        new SampleStore(),
        Path.of("/"),
        "run",
        "--no-cache",
        "train",
        "--from",
        "load",
        "pie");

    assertThat(run.stderr).startsWith("error[CLI-801]: There is no pom.xml in /");
    assertThat(CommandLineRun.piped("run", "--from", "load", "pie", "--dry-run").stderr)
        .startsWith("error[CLI-800]: Name a pipeline before options that take the names of steps");
  }

  @Test
  void leavesARunThatGoesOnByItself() throws IOException {
    String[] detached = {"--detach", "--store", directory.resolve("store").toString()};
    CommandLineRun run = run("Works", CommandLineRun.PIPE, detached);

    assertThat(run.exitCode).isZero();
    Matcher said = Pattern.compile("Run 2 goes on in process [0-9]+, which prints into (.*\\.log)\n"
            + "Next: treadle run watch 2 · treadle run wait 2 · treadle run cancel 2\n")
        .matcher(run.stdout);
    assertThat(said.matches()).as(run.stdout).isTrue();
    Path output = Path.of(said.group(1));
    assertThat(output.getFileName().toString())
        .startsWith("Works-")
        .endsWith("-" + SampleStore.id(2, "") + ".log");
    await()
        .untilAsserted(() -> assertThat(output)
            .content()
            .contains("printed by a library: ", "run=2 state=completed ms=900"));
    assertThat(run("Works", CommandLineRun.PIPE, "--detach", "-o", "name").stdout)
        .isEqualTo("2\n");
  }

  @Test
  void tellsWhatKeepsADetachedRunFromBeginning() throws IOException {
    CommandLineRun refused = run("Refuses", CommandLineRun.PIPE, "--detach");
    assertThat(refused.exitCode).isEqualTo(2);
    assertThat(refused.stderr)
        .isEqualTo("error[PARAM-110]: 1 problem with the parameters\n  dept   unknown\n");

    CommandLineRun broken = run("Works", CommandLineRun.PIPE, "--detach", "--jvm-arg", "-Xmx1z");
    assertThat(broken.exitCode).isEqualTo(1);
    assertThat(broken.stderr)
        .startsWith("error[CLI-803]: The pipeline's process ended with exit code 1 before the run"
            + " began\n  | Invalid maximum heap size: -Xmx1z");

    CommandLineRun never =
        run("Works", CommandLineRun.PIPE, "--detach", "--fail-if", "accuracy < 1");
    assertThat(never.exitCode).isEqualTo(2);
    assertThat(never.stderr).contains("--fail-if needs the end of the run");
    assertThat(run("Works", CommandLineRun.PIPE, "--detach", "--watch").exitCode)
        .isEqualTo(2);
  }

  @Test
  void triesAStepOnWhatARunHas() throws IOException {
    CommandLineRun screen = spin(CommandLineRun.SCREEN, "train[2]");
    assertThat(screen.stderr).isEqualTo("20:00:00.000 INFO   fitting    twice\n");
    Golden.assertEquals("run-spin.screen.txt", screen.stdout);
    Golden.assertEquals("run-spin.pipe.txt", spin(CommandLineRun.PIPE, "train").stdout);
    Golden.assertEquals("run-spin.json", spin(CommandLineRun.PIPE, "train", "-o", "json").stdout);

    CommandLineRun failed = spin(CommandLineRun.PIPE, "fails");
    assertThat(failed.exitCode).isEqualTo(1);
    assertThat(failed.stdout).contains("java.lang.IllegalStateException: no");
    CommandLineRun refused = spin(CommandLineRun.PIPE, "refused");
    assertThat(refused.exitCode).isEqualTo(3);
    assertThat(refused.stderr).isEqualTo("error[RUN-241]: Run 1 lacks what it should give\n");
  }

  @Test
  void keepsWhatAStepGivesAsAPartialRun() throws IOException {
    CommandLineRun kept = spin(CommandLineRun.PIPE, "train", "--keep", "-p", "depth=5");

    assertThat(kept.exitCode).isZero();
    assertThat(kept.stdout).contains("✔ penguins #2 completed");
    assertThat(kept.stderr)
        .contains("{depth=5}")
        .contains("selected: StepSelection[from=[], to=[], only=[train], skip=[], inputsOf=1]")
        .contains("executed anyway: [train]");

    CommandLineRun item = spin(CommandLineRun.PIPE, "trial[3]", "--keep");
    assertThat(item.exitCode).isEqualTo(2);
    assertThat(item.stderr)
        .isEqualTo(
            "error[CLI-800]: A run executes all items of a map, so --keep cannot record trial[3] alone\n"
                + "  fix: leave out [3], or --keep\n");
  }

  @Test
  void recordsThePipelinesJvmAndSaysWhere() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "--jfr", "-o", "name");

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout).isEqualTo("2\n");
    Matcher said = Pattern.compile("Recorded (\\S.*\\.jfr) ").matcher(run.stderr);
    assertThat(said.find()).isTrue();
    assertThat(Path.of(said.group(1))).isNotEmptyFile();
    assertThat(run.stderr).doesNotContain("Started recording");
  }

  @Test
  void passesOnHowLongTheRunMayTake() throws IOException {
    assertThat(run("Works", CommandLineRun.PIPE, "--timeout", "90s").stderr)
        .contains("limited: 90000");
    assertThat(run("Works", CommandLineRun.PIPE).stderr).contains("limited: null");

    CommandLineRun wrong = run("Works", CommandLineRun.PIPE, "--timeout", "soon");
    assertThat(wrong.exitCode).isEqualTo(2);
    assertThat(wrong.stderr)
        .isEqualTo("error[CLI-800]: --timeout is 'soon', give a time such as 90s, 5m, 2h\n");
  }

  @Test
  void refusesAPortThatIsNone() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "--debug-port", "70000");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(run.stderr)
        .isEqualTo("error[CLI-800]: --debug-port is 70000, give a port from 1 to 65535\n");
  }

  @Test
  void refusesOneDocumentForManyResults() throws IOException {
    CommandLineRun run = run("Works", CommandLineRun.PIPE, "--watch", "-o", "json");

    assertThat(run.exitCode).isEqualTo(2);
  }

  private CommandLineRun spin(Terminal terminal, String step, String... more) throws IOException {
    return CommandLineRun.with(
        terminal,
        new SampleStore(),
        directory,
        Stream.concat(
                Stream.of("run", "spin", "--classpath", classPath("Penguins"), "1", step),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private CommandLineRun run(String pipeline, Terminal terminal, String... more)
      throws IOException {
    return CommandLineRun.with(
        terminal,
        new SampleStore(),
        directory,
        Stream.concat(
                Stream.of("run", "--classpath", classPath(pipeline), pipeline), Stream.of(more))
            .toArray(String[]::new));
  }

  private String classPath(String pipeline) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("with space/classes"));
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + pipeline + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "import dev.treadle.api.*; public class " + pipeline
                + " implements Pipeline<NoParams> {"
                + " @Override public void define(PipelineBuilder p, NoParams n) {} }";
          }
        };
    String own = System.getProperty("java.class.path");
    assertThat(ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                List.of("-d", classes.toString(), "-proc:none", "-cp", own),
                null,
                List.of(source))
            .call())
        .isTrue();
    return classes + File.pathSeparator + own;
  }
}
