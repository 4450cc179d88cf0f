package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.metadata.MetadataQueries;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Options of commands that read logs and content. */
class ReadCommandsTest {

  @Test
  void logsAreCutToWhatIsAskedFor() {
    assertThat(run("run", "logs", "1", "train", "--level", "warn").stdout).isEqualTo("""
            20:00:00.000 WARN   train  two \\x1b[31mred
            20:00:00.000 WARN   train  and below
            """);
    assertThat(run("run", "logs", "1", "train", "--grep", "line 1", "--raw").stdout)
        .isEqualTo("line 1 of logs/1/train\n");
    assertThat(run("run", "logs", "1", "train", "--tail", "1", "-o", "json").stdout)
        .contains("not of our form")
        .doesNotContain("line 1");
    CommandLineRun none = run("run", "logs", "1", "--attempt", "2");
    assertThat(none.stdout).isEmpty();
    assertThat(none.stderr).isEqualTo("No line fits; how it went: treadle run show 1\n");
    assertThat(run("run", "logs", "3", "evaluate").stderr)
        .isEqualTo("Nothing was logged; how it went: treadle run show 3 evaluate\n");
  }

  @Test
  void logsOfTheLastWhile() {
    assertThat(run("run", "logs", "1", "train", "--since", "2h").stdout)
        .isEqualTo(run("run", "logs", "1", "train").stdout)
        .isNotEmpty();
    assertThat(run("run", "logs", "1", "train", "--since", "5m").stdout).isEmpty();
    assertThat(run("run", "logs", "1", "--since", "lately").exitCode).isEqualTo(2);
  }

  @Test
  void followingPrintsUntilTheRunHasEnded() {
    AtomicInteger looks = new AtomicInteger();
    SampleStore store = new SampleStore() {
      private final List<PipelineRun> ended = List.copyOf(queries.runs);

      @Override
      public MetadataQueries queries() {
        boolean goesOn = looks.incrementAndGet() < 5;
        queries.runs.clear();
        ended.forEach(run ->
            queries.runs.add(goesOn ? RunWatchCommandTest.with(RunStatus.RUNNING, run) : run));
        return queries;
      }
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings = CommandLineRun.surroundings(
        CommandLineRun.PIPE, store, Path.of("target"), out, new ByteArrayOutputStream());

    int exitCode = Main.run(surroundings, "run", "logs", "1", "-f");

    assertThat(exitCode).isZero();
    assertThat(looks).hasValueGreaterThan(5);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(run("run", "logs", "1").stdout);
  }

  @Test
  void rowsArePrintedInTheFormAskedFor() {
    assertThat(run("artifact", "cat", "penguins/rows").stdout)
        .isEqualTo("name,mass\n\"a, b\",4.5\nc,\n");
    assertThat(run("artifact", "cat", "penguins/rows", "--head", "1").stdout)
        .isEqualTo("name,mass\n\"a, b\",4.5\n");
    assertThat(run("artifact", "cat", "penguins/rows", "--as", "json").stdout)
        .isEqualTo("[{\"name\":\"a, b\",\"mass\":4.5},{\"name\":\"c\",\"mass\":null}]\n");
    assertThat(run("artifact", "cat", "penguins/rows").stderr)
        .isEqualTo("the first 2 of 344 rows: no more were kept for looking at\n");
  }

  @Test
  void whatHasNoRowsIsRefusedInThatForm() {
    assertThat(run("artifact", "cat", "penguins/load", "--as", "csv").stderr)
        .startsWith("error[CLI-800]: penguins/load@1 has no rows to print as csv");
    assertThat(run("artifact", "cat", "penguins/load", "--as", "json").stdout)
        .startsWith("{\"of\":\"penguins/load@1\"}");
  }

  private static CommandLineRun run(String... args) {
    SampleStore store = new SampleStore();
    store.addRows();
    return CommandLineRun.with(CommandLineRun.PIPE, store, Path.of("target"), args);
  }
}
