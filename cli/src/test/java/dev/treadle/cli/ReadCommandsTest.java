package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    assertThat(run("run", "logs", "1", "--attempt", "2").stdout).isEmpty();
  }

  @Test
  void followingWaitsForTheRunThatHoldsTheStore() {
    AtomicInteger refusals = new AtomicInteger(2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings usual = CommandLineRun.surroundings(
        CommandLineRun.PIPE, new SampleStore(), Path.of("target"), out, err);
    Surroundings held = new Surroundings(
        out,
        err,
        usual.charset(),
        usual.terminal(),
        usual.environment(),
        usual.directory(),
        usual.clock(),
        path -> {
          if (refusals.getAndDecrement() > 0) {
            throw new TreadleException(CoreProblem.STORE_LOCKED, "held");
          }
          return new SampleStore();
        });

    int exitCode = Main.run(held, "run", "logs", "@latest", "load", "-f");

    assertThat(exitCode).isZero();
    assertThat(refusals).hasValue(-1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("waiting for the end of the run that goes on\n");
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
