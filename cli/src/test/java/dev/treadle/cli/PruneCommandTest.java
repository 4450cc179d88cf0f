package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOfThreeRuns;
import dev.treadle.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pruning on a store on disk. */
class PruneCommandTest {
  private static final Terminal SCREEN = new Terminal(true, true, true, 100, 24, true);

  @TempDir
  private Path folder;

  private Clock clock = Clock.fixed(SampleStore.START.plusSeconds(3600), ZoneOffset.UTC);
  private String stdout = "";
  private String stderr = "";

  @BeforeEach
  void storeOfThreeRuns() {
    StoreOfThreeRuns.create(folder.resolve(".treadle"));
  }

  @Test
  void printsTheSameAsBefore() {
    StringBuilder session = new StringBuilder();
    for (String line : List.of(
        "artifact prune",
        "artifact prune --older-than 2h --keep-last 0 --dry-run",
        "artifact prune --older-than 30m --dry-run",
        "artifact prune --keep-last 0 --unreferenced --dry-run",
        "artifact tag raw keep=yes",
        "artifact alias notes first",
        "artifact prune --keep-last 0",
        "artifact prune --keep-last 0 --yes",
        "artifact list",
        "artifact show churn/clean@1",
        "artifact cat churn/clean@1",
        "artifact verify churn/clean@1",
        "artifact export churn/clean@1 out",
        "artifact lineage report@1 --up all",
        "artifact du",
        "artifact verify --all",
        "run show 1 clean",
        "artifact prune --keep-last 0 --yes",
        "artifact prune --older-than soon",
        "artifact prune --keep-last -1",
        "run cancel 3",
        "artifact prune --keep-last 0 --yes",
        "artifact list")) {
      int exitCode = run(line.split(" "));
      session.append("$ treadle ").append(line).append('\n').append(stdout).append(stderr);
      if (exitCode != 0) {
        session.append("exit ").append(exitCode).append('\n');
      }
      session.append('\n');
    }

    Golden.assertEquals("prune.pipe.txt", portable(session.toString()));
  }

  @Test
  void printsTheSameOnAScreen() {
    on(SCREEN, "", "artifact", "prune", "--older-than", "30m", "--keep-last", "0", "--dry-run");
    StringBuilder session = new StringBuilder(stdout + stderr);
    assertThat(on(SCREEN, "no\n", "artifact", "prune", "--keep-last", "0")).isEqualTo(2);
    session.append(stdout).append(stderr);
    assertThat(on(SCREEN, "y\n", "artifact", "prune", "--keep-last", "0")).isZero();
    session.append(stdout).append(stderr);

    Golden.assertEquals("prune.screen.txt", portable(session.toString()));
    assertThat(on(SCREEN, "", "artifact", "prune", "--keep-last", "0", "--no-input"))
        .isZero();
    assertThat(stdout).contains("Nothing deleted.");
  }

  @Test
  void printsDocumentsAsTheSchemaSays() {
    assertThat(run(
            "artifact",
            "prune",
            "--older-than",
            "30m",
            "--keep-last",
            "0",
            "--dry-run",
            "-o",
            "json"))
        .isZero();
    Golden.assertEquals("prune-plan.json", stdout);
    assertThat(run("artifact", "prune", "--keep-last", "0", "--yes", "-o", "json"))
        .isZero();
    Golden.assertEquals("prune.json", stdout);
    run("artifact", "show", "churn/clean@1", "-o", "json");
    Golden.assertEquals("prune-version.json", portable(stdout));
  }

  @Test
  void theProjectSaysWhatStays() throws IOException {
    Files.writeString(
        folder.resolve("treadle.yaml"), "retention.older-than: 2h\nretention.keep-last: 0\n");
    run("artifact", "prune", "--dry-run");
    assertThat(stdout).startsWith("Would delete 0 versions. Kept: 1 by runs, 3 younger.\n");

    run("artifact", "prune", "--dry-run", "--older-than", "1m");
    assertThat(stdout).startsWith("Would delete 3 versions of 3 artifacts: ");
    run("artifact", "prune", "--dry-run", "--older-than", "1m", "--keep-last", "1");
    assertThat(stdout).startsWith("Would delete 0 versions. Kept: 1 by runs, 3 newest.\n");

    Files.writeString(folder.resolve("treadle.yaml"), "retention.keep-lst: many\n");
    assertThat(run("artifact", "prune", "--dry-run")).isEqualTo(4);
    assertThat(stderr).contains("there is no setting 'retention.keep-lst'", "retention.keep-last");
    Files.writeString(folder.resolve("treadle.yaml"), "retention.older-than: long\n");
    assertThat(run("artifact", "prune", "--dry-run")).isEqualTo(4);
    assertThat(stderr).contains("give a time such as 90d, 12h");
  }

  @Test
  void whatNothingRefersToGoesWhenItIsADayOld() throws IOException {
    Path orphan = folder.resolve(".treadle/artifacts/blobs/sha256/00/" + "00".repeat(32));
    Files.createDirectories(orphan.getParent());
    Files.writeString(orphan, "left by a killed run");
    long before = blobs();
    clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(23));
    run("artifact", "prune", "--yes");
    assertThat(stdout).contains("Would delete 0 versions.", "Nothing deleted.");

    clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    assertThat(run("artifact", "prune", "--yes")).isZero();

    assertThat(stdout).isEqualTo("Deleted 0 versions   20 B freed, 1 object\n");
    assertThat(blobs()).isEqualTo(before - 1);
    assertThat(run("artifact", "verify", "--all")).isZero();
  }

  private int run(String... args) {
    return on(CommandLineRun.PIPE, "", args);
  }

  private int on(Terminal terminal, String typed, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(
        new Surroundings(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            StandardCharsets.UTF_8,
            terminal,
            Map.of("NO_COLOR", "1", "TREADLE_STORE", folder.resolve(".treadle").toString()),
            folder,
            clock,
            new LocalStoreOpener(),
            new ForkedDescriber()),
        args);
    stdout = out.toString(StandardCharsets.UTF_8);
    stderr = err.toString(StandardCharsets.UTF_8);
    return exitCode;
  }

  private long blobs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".treadle/artifacts/blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private String portable(String text) {
    return text.replace(folder.toString(), "/FOLDER")
        .replace("by " + System.getProperty("user.name"), "by USER")
        .replace("\"" + System.getProperty("user.name") + "\"", "\"USER\"");
  }
}
