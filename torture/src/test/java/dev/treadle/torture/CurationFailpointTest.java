package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.StoreReader;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.curation.Swept;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.hibernate.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * At every edge of a deletion, of a sweep and of taking over, something throws, waits, or ends the process. What is shown can be
 * read, and doing it again leaves what would have been left without.
 */
@Tag("torture")
final class CurationFailpointTest {
  private static final Duration PAUSE = Duration.ofMillis(300);

  @TempDir
  Path folder;

  @AfterEach
  void disarm() {
    Failpoints.disarm();
    System.clearProperty(Executions.PROPERTY);
  }

  @Test
  void whateverHappensNothingShownIsLostAndTheRestGoesWithTheNext() throws Exception {
    System.setProperty(Executions.PROPERTY, folder.resolve("executions").toString());
    Path prepared = Files.createDirectories(folder.resolve("prepared"));
    Curation.prepare(prepared);
    Path undisturbed = copy(prepared, "undisturbed");
    Map<String, Integer> edges = record(undisturbed);
    settle(undisturbed);
    Set<String> left = objects(undisturbed);
    assertThat(objects(prepared)).hasSizeGreaterThan(left.size());
    assertThat(edges)
        .containsKeys(
            "deletion.afterRuns",
            "deletion.beforeConcluding",
            "deletion.afterConcluding",
            "deletion.afterVersions",
            "sweep.beforeCondemning",
            "sweep.afterCondemning",
            "sweep.afterBegin",
            "sweep.afterLettingOff",
            "sweep.afterTaking",
            "sweep.afterDeleting",
            "sweep.afterConcluding",
            "lease.beforeTakingOver",
            "lease.afterTakingOver",
            "holder.afterTakingOver");
    for (Map.Entry<String, Integer> edge : edges.entrySet()) {
      for (String action : List.of("throw", "pause", "halt")) {
        Path store = copy(prepared, edge.getKey() + "-" + action);
        int time =
            1 + Settings.random("curation " + edge.getKey() + action, 0).nextInt(edge.getValue());
        try {
          reach(edge.getKey(), time, action, store);
          Failpoints.disarm();
          check(store, left);
        } catch (Exception | AssertionError e) {
          throw new AssertionError(edge.getKey() + ", time " + time + ", " + action, e);
        }
      }
    }
    Report.print(
        "curation", "%d edges x throw, pause and halt, nothing shown lost".formatted(edges.size()));
  }

  @Test
  void whatASlowSweepHadNoTimeForIsTakenOnceMore() throws IOException {
    System.setProperty(Executions.PROPERTY, folder.resolve("executions").toString());
    Curation.prepare(folder);
    AtomicInteger taken = new AtomicInteger();
    Failpoints.arm(edge -> {
      if (edge.equals("sweep.afterTaking") && taken.incrementAndGet() == 1) {
        LockSupport.parkNanos(Lease.RENEWAL.plusMillis(100).toNanos());
      }
    });
    try (StoreReader reader = StoreReader.open(folder)) {
      PipelineRun run = reader.queries().runByNumber(1).orElseThrow();
      Swept swept = reader
          .deletions()
          .delete(
              reader.deletions().plan(List.of(run), Artifacts.DELETE_UNUSED),
              new Act("ana", Instant.now()));

      assertThat(taken).hasValueGreaterThan(1);
      assertThat(swept.objects()).isPositive();
      assertThat(swept.waiting()).isZero();
      assertThat(reader.queries().condemned()).isEmpty();
      StoreCheck.readable(reader);
    }
  }

  private static Map<String, Integer> record(Path store) {
    Map<String, Integer> edges = new TreeMap<>();
    Failpoints.arm(edge -> {
      if (edge.matches("(deletion|sweep|lease)\\..*|holder\\.afterTakingOver")) {
        synchronized (edges) {
          edges.merge(edge, 1, Integer::sum);
        }
      }
    });
    Curation.curate(store, Instant.now());
    Failpoints.disarm();
    return edges;
  }

  private void reach(String edge, int time, String action, Path store) throws Exception {
    if (action.equals("halt")) {
      try (Child child = Child.start(
          List.of(),
          List.of("-D" + Executions.PROPERTY + "=" + folder.resolve("executions")),
          Curation.class,
          edge,
          Integer.toString(time),
          store.toString())) {
        assertThat(child.end()).isEqualTo(Curation.HALTED);
      }
      return;
    }
    AtomicInteger before = new AtomicInteger(time);
    Failpoints.arm(reached -> {
      if (reached.equals(edge) && before.decrementAndGet() == 0) {
        if (action.equals("throw")) {
          throw new OutOfMemoryError("of the failpoint");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    });
    try {
      Curation.curate(store, Instant.now());
    } catch (RuntimeException | OutOfMemoryError e) {
      assertThat(action).as("%s", e).isEqualTo("throw");
    }
    assertThat(before.get()).as("the edge was not reached").isLessThanOrEqualTo(0);
  }

  private static void check(Path store, Set<String> left) throws IOException {
    try (StoreReader reader = StoreReader.open(store)) {
      StoreCheck.readable(reader);
    }
    // Once its time is over, what was taken when the process was cut off may be taken again.
    Leases.releaseTaken(store);
    settle(store);
    try (StoreReader reader = StoreReader.open(store)) {
      StoreCheck.readable(reader);
      assertThat(reader.queries().openDeletions()).isEmpty();
      assertThat(reader.queries().condemned()).isEmpty();
      assertThat(reader.queries().runs(RunFilter.newest(9)))
          .extracting(PipelineRun::number, PipelineRun::status)
          .containsExactly(
              tuple(4L, RunStatus.COMPLETED),
              tuple(3L, RunStatus.COMPLETED),
              tuple(1L, RunStatus.COMPLETED));
    }
    assertThat(objects(store)).isEqualTo(left);
  }

  /**
   * The lost run holds what it has, and what it makes when it goes on is the newest: the second time nothing holds the rest. What
   * nothing refers to is believed to be on its way into the record until it is a day old.
   */
  private static void settle(Path store) {
    for (int time = 0; time < 3; time++) {
      Curation.curate(store, Instant.now().plus(Duration.ofDays(2)));
    }
  }

  /** Their names are digests, so they are the same in each copy. */
  private static Set<String> objects(Path store) throws IOException {
    Path artifacts = store.resolve("artifacts");
    try (Stream<Path> files = Files.walk(artifacts)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> artifacts.relativize(file).toString())
          .filter(name -> name.startsWith("blobs") || name.startsWith("manifests"))
          .collect(Collectors.toSet());
    }
  }

  private Path copy(Path store, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(store.relativize(file).toString()));
      }
    }
    return copy;
  }
}
