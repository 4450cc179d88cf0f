package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.StoreReader;
import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOfThreeRuns;
import dev.treadle.cli.terminal.Terminal;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.TakeOver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change what is stored, on a store on disk. */
class CurationCommandsTest {
  private static final Terminal SCREEN = new Terminal(true, true, true, 100, 24, true);

  @TempDir
  private Path folder;

  private String stdout = "";
  private String stderr = "";

  @BeforeEach
  void storeOfThreeRuns() {
    StoreOfThreeRuns.create(folder.resolve(".treadle"));
  }

  @Test
  void printsTheSameAsBefore() throws IOException {
    Files.writeString(folder.resolve("prices.csv"), "day,price\n1,2.5\n2,3.5\n");
    Files.writeString(folder.resolve("taken"), "mine");
    StringBuilder session = new StringBuilder();
    for (String line : List.of(
        "run tag 1 team=ml owner=ana",
        "run tag 1 owner",
        "run untag 1 team",
        "run untag 1 ownr",
        "run note 1 first",
        "run list -w note~FIRST",
        "run show 1",
        "metadata set 1 ticket 17",
        "metadata set run:1/clean seen true",
        "metadata show run:1/clean",
        "metadata unset 1 tickt",
        "artifact tag clean reviewed=yes",
        "artifact alias clean golden",
        "artifact alias clean 7",
        "artifact show clean@golden",
        "artifact list clean -o wide",
        "artifact show clean@goldn",
        "artifact du",
        "artifact preview notes",
        "artifact preview clean --head 2",
        "run delete 1 --dry-run",
        "run delete 1",
        "run delete 3 --yes",
        "run delete 1 --yes",
        "run delete 1 --yes",
        "run show 1",
        "artifact show raw@1",
        "artifact lineage report --up all",
        "artifact export report taken",
        "artifact import nothing --name x",
        "artifact import prices.csv --name 7x",
        "artifact import prices.csv --name prices --type table",
        "artifact preview prices",
        "artifact unalias clean golden",
        "run list",
        "artifact list")) {
      int exitCode = run(line.split(" "));
      session.append("$ treadle ").append(line).append('\n').append(stdout).append(stderr);
      if (exitCode != 0) {
        session.append("exit ").append(exitCode).append('\n');
      }
      session.append('\n');
    }

    Golden.assertEquals("curation.pipe.txt", portable(session.toString()));
  }

  @Test
  void printsDocumentsAsTheSchemaSays() {
    document("curation-tags.json", "run", "tag", "1", "team=ml");
    document("curation-note.json", "run", "note", "1", "odd");
    document("curation-run.json", "run", "show", "1");
    document("curation-metadata.json", "metadata", "set", "clean", "sizes", "[1, \"two\"]");
    document("curation-alias.json", "artifact", "alias", "clean", "golden");
    document("curation-unalias.json", "artifact", "unalias", "clean", "golden");
    document("curation-du.json", "artifact", "du");
    document("curation-preview.json", "artifact", "preview", "notes");
    document("curation-export.json", "artifact", "export", "clean", "clean.txt");
    document("curation-deletion.json", "run", "delete", "1", "--dry-run");
    assertThat(run("run", "delete", "1", "-o", "json")).isEqualTo(2);
    Golden.assertEquals("curation-error.json", stderr);
    document("curation-lineage.json", "artifact", "lineage", "report");
  }

  @Test
  void bytesThatNothingElseNeedsAreGoneAndNoOthers() throws IOException {
    long before = blobs();

    assertThat(run("run", "delete", "1", "-y")).isZero();

    // raw and report have the same bytes; clean is read by run 2; notes were kept in the record.
    assertThat(blobs()).isEqualTo(before);
    assertThat(run("artifact", "verify", "--all", "-o", "name")).isZero();
    assertThat(stdout).isEqualTo("churn/clean@1\nchurn/report@1\n");
    assertThat(run("run", "delete", "2", "-y")).isZero();
    assertThat(blobs()).isEqualTo(before - 1);
    assertThat(run("artifact", "verify", "--all", "-o", "name")).isZero();
    assertThat(stdout).isEqualTo("churn/clean@1\n");
  }

  @Test
  void whatAKilledDeletionLeftGoesWithTheNext() throws IOException {
    try (StoreReader reader = StoreReader.open(folder.resolve(".treadle"))) {
      var runs = Stream.of(1L, 2L)
          .map(number -> reader.queries().runByNumber(number).orElseThrow().id())
          .toList();
      // What is written first; then the process is gone.
      reader
          .metadata()
          .write(new Change.DeleteRuns(
              runs, Artifacts.DELETE_UNUSED, new Act("ana", SampleStore.START)));
    }
    assertThat(blobs()).isPositive();

    assertThat(run("run", "delete", "3", "-y")).isZero();

    assertThat(blobs()).isZero();
  }

  @Test
  void onATerminalSomebodyIsAsked() {
    assertThat(on(SCREEN, "n\n", "run", "delete", "2")).isEqualTo(2);
    assertThat(stderr)
        .contains("Delete 1 run and 1 version? [y/N] ")
        .endsWith("error[CLI-830]: Nothing was deleted\n");
    assertThat(on(SCREEN, "", "run", "delete", "2")).isEqualTo(2);
    assertThat(on(SCREEN, "y\n", "run", "delete", "2", "--no-input")).isEqualTo(2);
    assertThat(stderr).doesNotContain("[y/N]");
    assertThat(on(SCREEN, "Yes\n", "run", "delete", "2")).as(() -> stderr).isZero();
    assertThat(run("run", "show", "2")).isEqualTo(3);
  }

  @Test
  void exportsAndImportsFilesAndFolders() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos/deep"));
    Files.writeString(photos.resolve("a.txt"), "a");
    Files.writeString(photos.resolveSibling("b.txt"), "b".repeat(9_000));

    assertThat(run("artifact", "import", "photos", "--name", "raw/photos")).isZero();
    assertThat(run("artifact", "export", "photos", "out/copy")).isZero();

    assertThat(folder.resolve("out/copy/deep/a.txt")).hasContent("a");
    assertThat(folder.resolve("out/copy/b.txt")).hasContent("b".repeat(9_000));
    assertThat(run("artifact", "export", "photos", "out/copy", "--force")).isEqualTo(6);
    assertThat(run("artifact", "import", "photos/b.txt", "--name", "b")).isZero();
    assertThat(run("artifact", "export", "b", "out")).isZero();
    assertThat(folder.resolve("out/b.txt")).hasContent("b".repeat(9_000));
    assertThat(run("artifact", "export", "b", "out")).isEqualTo(6);
    Files.writeString(folder.resolve("out/b.txt"), "mine");
    assertThat(run("artifact", "export", "b", "out", "--force")).isZero();
    assertThat(folder.resolve("out/b.txt")).hasContent("b".repeat(9_000));
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void anExportThatCannotBeWrittenLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertThat(run("artifact", "export", "clean", "file/below")).isEqualTo(7);

    assertThat(stderr).startsWith("error[CLI-804]: Cannot write ").doesNotContain("\tat ");
    assertThat(folder.resolve("file")).isEmptyFile();
  }

  @Test
  void anotherProcessMayHaveTheStoreOpen() {
    try (StoreReader holder = StoreReader.open(folder.resolve(".treadle"))) {
      assertThat(run("run", "tag", "1", "a=b")).isZero();
      assertThat(holder.queries().runByNumber(1).orElseThrow().tags())
          .containsOnlyKeys("team", "a");

      holder
          .metadata()
          .write(new TakeOver(holder.queries().runByNumber(3).orElseThrow().id()));
      assertThat(run("run", "delete", "3", "--yes")).isEqualTo(6);
      assertThat(stderr).startsWith("error[RUN-230]: Run 3 goes on, so it is not deleted");
    }
  }

  @Test
  void aClosedPipeLosesNoChange() {
    assertThat(tagWithoutOutput("Broken pipe")).isEqualTo(141);

    assertThat(stderr).isEmpty();
    run("run", "show", "1", "-o", "json", "--fields", "tags");
    assertThat(stdout).contains("\"team\" : \"ml\"");
  }

  @Test
  void aFullDiskLosesNoChangeAndSaysSo() {
    assertThat(tagWithoutOutput("No space left on device")).isEqualTo(7);

    assertThat(stderr)
        .startsWith("error[CLI-804]: ")
        .contains("What the command did until then stands");
    run("run", "show", "1", "-o", "json", "--fields", "tags");
    assertThat(stdout).contains("\"team\" : \"ml\"");
  }

  private int tagWithoutOutput(String failure) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream out = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(failure);
      }
    };
    int exitCode = Main.run(
        surroundings(CommandLineRun.PIPE, InputStream.nullInputStream(), out, err),
        "run",
        "tag",
        "1",
        "team=ml");
    stderr = err.toString(StandardCharsets.UTF_8);
    return exitCode;
  }

  private void document(String golden, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-o", "json"));
    assertThat(run(all.toArray(String[]::new))).as("%s", stderr).isZero();
    Golden.assertEquals(golden, portable(stdout));
  }

  private int run(String... args) {
    return on(CommandLineRun.PIPE, "", args);
  }

  private int on(Terminal terminal, String typed, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    int exitCode = Main.run(surroundings(terminal, in, out, err), args);
    stdout = out.toString(StandardCharsets.UTF_8);
    stderr = err.toString(StandardCharsets.UTF_8);
    return exitCode;
  }

  private Surroundings surroundings(
      Terminal terminal, InputStream in, OutputStream out, OutputStream err) {
    return new Surroundings(
        in,
        out,
        err,
        StandardCharsets.UTF_8,
        terminal,
        Map.of("NO_COLOR", "1", "TREADLE_STORE", folder.resolve(".treadle").toString()),
        folder,
        Clock.fixed(SampleStore.START.plusSeconds(3600), ZoneOffset.UTC),
        new LocalStoreOpener(),
        new ForkedDescriber());
  }

  private long blobs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".treadle/artifacts/blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private String portable(String text) {
    return text.replace(folder.toUri().toString(), "file:///FOLDER/")
        .replace(folder.toString(), "/FOLDER")
        .replace("deleted by " + System.getProperty("user.name"), "deleted by USER");
  }
}
