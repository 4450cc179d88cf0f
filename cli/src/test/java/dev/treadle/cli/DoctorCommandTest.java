package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.output.Version;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOfThreeRuns;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir
  Path here;

  private final SampleStore store = new SampleStore();

  @BeforeEach
  void project() throws IOException {
    Files.createFile(here.resolve("treadle.yaml"));
    Files.createDirectory(here.resolve(".treadle"));
    Files.createFile(here.resolve(".treadle/metadata.mv.db"));
  }

  @Test
  void findsAHealthyStoreHealthy() {
    CommandLineRun run = doctor();

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout)
        .contains("Java       " + System.getProperty("java.version"))
        .contains("✔ Store      H2 in " + here.resolve(".treadle") + ", last run #3\n")
        .doesNotContain("✘");
  }

  @Test
  void namesARunWhoseProcessIsGone() {
    PipelineRun last = store.queries.runs.get(2);
    store.queries.runs.set(
        2,
        new PipelineRun(
            last.id(),
            last.number(),
            last.pipeline(),
            RunStatus.INTERRUPTED,
            last.startedAt(),
            null,
            last.paramsJson(),
            last.seed(),
            last.stack(),
            last.user(),
            last.host(),
            Map.of(),
            null,
            Map.of(),
            null));

    CommandLineRun run = doctor();

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.stdout)
        .contains("✘ Lost run   run #3 did not end: its process is gone"
            + " → treadle run resume 3, or end it: treadle doctor --fix\n");
  }

  @Test
  void mendsWhatCanBeMendedOnce() throws IOException {
    StoreOfThreeRuns.create(here.resolve("real"));
    String store = here.resolve("real").toString();
    Path left = Files.createDirectories(here.resolve("real/tmp/0123456789abcdef/outputs"));
    Files.writeString(left.resolve("half"), "x");
    Files.createFile(here.resolve("real/tmp/0123456789abcdef.lock"));
    Path unnamed = Files.createFile(here.resolve("real/server1.tmp"));
    Files.setLastModifiedTime(unnamed, FileTime.from(Instant.now().minusSeconds(3600)));
    try (Stream<Path> blobs = Files.walk(here.resolve("real/artifacts/blobs"))) {
      Files.delete(blobs.filter(Files::isRegularFile).sorted().findFirst().orElseThrow());
    }

    CommandLineRun looked = real("doctor", "--store", store);
    CommandLineRun mended = real("doctor", "--store", store, "--fix");
    CommandLineRun again = real("doctor", "--store", store, "--fix");

    assertThat(looked.exitCode).isEqualTo(1);
    assertThat(looked.stdout)
        .contains("✘ Lost run   run #3 did not end: its process is gone")
        .contains("! Leftovers  2 things that killed processes had left → treadle doctor --fix")
        .contains("✘ Bytes      missing of ");
    assertThat(mended.stdout)
        .contains("✔ Lost run   run #3 is ended as interrupted; treadle run resume 3")
        .contains("✔ Leftovers  deleted 2 things that killed processes had left")
        .contains("✘ Bytes      missing of ");
    assertThat(left.getParent()).doesNotExist();
    assertThat(unnamed).doesNotExist();
    assertThat(again.stdout).doesNotContain("Lost run", "Leftovers");
    assertThat(real("run", "list", "--store", store, "--status", "interrupted").stdout)
        .contains("its process is gone; ended by ");
  }

  private CommandLineRun real(String... args) {
    return CommandLineRun.with(CommandLineRun.PIPE, new LocalStoreOpener(), args);
  }

  @Test
  void tellsWhyAStoreCannotBeOpened() {
    assertThat(closed(CoreProblem.STORE_LOCKED, 0))
        .contains("! Store      [STORE-702] Closed → wait for the end of the run that goes on");
    assertThat(closed(CoreProblem.STORE_UNREACHABLE, 1))
        .contains("✘ Store      [STORE-701] Closed → fix: this, or that");
  }

  @Test
  void sayThatThereIsNoStoreYet() throws IOException {
    Files.delete(here.resolve(".treadle/metadata.mv.db"));

    assertThat(doctor().stdout).contains("✔ Store      none yet in ");
  }

  @Test
  void missesMavenWhereItIsNeeded() throws IOException {
    Files.createFile(here.resolve("pom.xml"));

    CommandLineRun run = doctor();

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.stdout)
        .contains("✘ Maven      not on the PATH, and " + here + " needs it → install Maven");
  }

  @Test
  void aBundleHoldsNothingOfRunsAndOverwritesNothing() throws IOException {
    CommandLineRun run = doctor("--bundle", "bug.zip");

    List<String> names = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(here.resolve("bug.zip")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(run.stderr).startsWith("Wrote ").contains("no parameters, secrets or data inside");
    assertThat(names)
        .containsExactly("doctor.json", "process.txt", "environment.txt", "library.txt");
    assertThat(text.toString())
        .contains("treadle=" + Version.current(), "\"kind\" : \"Doctor\"", "h2-")
        .doesNotContain("epochs", "penguins", "depth must be");
    assertThat(doctor("--bundle", "bug.zip").exitCode).isEqualTo(6);
  }

  private CommandLineRun doctor(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "doctor";
    System.arraycopy(args, 0, all, 1, args.length);
    return CommandLineRun.with(CommandLineRun.PIPE, store, here, all);
  }

  private String closed(CoreProblem problem, int exitCode) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings usual = CommandLineRun.surroundings(
        CommandLineRun.PIPE, store, here, out, new ByteArrayOutputStream());
    int code = Main.run(
        new Surroundings(
            out,
            usual.stderr(),
            usual.charset(),
            usual.terminal(),
            usual.environment(),
            here,
            usual.clock(),
            path -> {
              throw new TreadleException(problem, "Closed\nfix: this, or that");
            },
            usual.describer()),
        "doctor");
    assertThat(code).isEqualTo(exitCode);
    return out.toString(StandardCharsets.UTF_8);
  }
}
