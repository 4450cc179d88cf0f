package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.store.SampleStore;
import dev.treadle.metadata.MetricPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportCommandTest {
  @TempDir
  Path folder;

  @Test
  void writesThePageOfARun() {
    Golden.assertEquals("run-export.html", run("2", "--html", "-").stdout);
    Golden.assertEquals("run-export-failed.html", run("3", "--html", "-").stdout);
  }

  @Test
  void writesTheDocumentOfARun() {
    Golden.assertEquals("run-export.json", run("2", "--json", "-").stdout);
  }

  @Test
  void saysWhatWasWrittenWhere() throws IOException {
    CommandLineRun run = run("2", "--html", "new/run.html");

    Path page = folder.resolve("new/run.html");
    assertThat(run.stdout).startsWith("penguins #2 → " + page).endsWith(" kB\n");
    assertThat(Files.readString(page)).isEqualTo(run("2", "--html", "-").stdout);
    assertThat(files(page.getParent())).containsExactly(page);
    Golden.assertEquals(
        "run-export-said.json",
        run("2", "--json", "run.json", "-o", "json").stdout.replace(folder.toString(), "/FOLDER"));
  }

  @Test
  void replacesNothingUnasked() throws IOException {
    Path page = Files.writeString(folder.resolve("run.html"), "mine");

    CommandLineRun refused = run("2", "--html", "run.html");

    assertThat(refused.exitCode).isEqualTo(6);
    assertThat(refused.stderr)
        .contains(page + " exists, and nothing was written\n  fix: --force replaces it");
    assertThat(page).hasContent("mine");
    assertThat(run("2", "--html", "run.html", "--force").exitCode).isZero();
    assertThat(page).content(StandardCharsets.UTF_8).startsWith("<!DOCTYPE html>");
    assertThat(run("2", "--html", ".", "--force").stderr).contains("fix: name a file in it");
  }

  @Test
  void needsOneForm() {
    assertThat(run("2").exitCode).isEqualTo(2);
    assertThat(run("2", "--html", "a", "--json", "b").exitCode).isEqualTo(2);
    assertThat(run("42", "--html", "a").exitCode).isEqualTo(3);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsASentence() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    CommandLineRun run = run("2", "--html", "file/run.html");

    assertThat(run.exitCode).isEqualTo(7);
    assertThat(run.stderr).startsWith("error[CLI-804]: Cannot write ");
    assertThat(files(folder)).containsExactly(folder.resolve("file"));
  }

  private CommandLineRun run(String... args) {
    SampleStore store = new SampleStore();
    store.queries.snapshot = PipelineCommandTest.snapshot();
    store.queries.previews.put(
        SampleStore.id(1, "penguins/load"),
        "name,mass\n\"a, b\",4.5\nc,\n".getBytes(StandardCharsets.UTF_8));
    store.queries.series.put(
        SampleStore.id(2, "evaluate"),
        DoubleStream.of(0.5, 0.8, 0.97, 0.99)
            .mapToObj(each -> new MetricPoint("accuracy", -1, each, SampleStore.START))
            .toList());
    return CommandLineRun.with(
        CommandLineRun.PIPE,
        store,
        folder,
        Stream.concat(Stream.of("run", "export"), Stream.of(args)).toArray(String[]::new));
  }

  private static Stream<Path> files(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
