package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes use one store at once; some of them are killed or sleep. */
@Tag("torture")
final class ManyProcessesTest {
  private static final int PROCESSES = 8;
  private static final int RUNS = 20;
  /** A bound for a machine that has much else to do. */
  private static final Duration LONGEST_STALL = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  private Path store;
  private Path executions;

  @BeforeEach
  void makeStore() throws Exception {
    store = Files.createDirectories(folder.resolve("store"));
    executions = folder.resolve("executions");
    Workspace.open(store, store).close();
  }

  @Test
  void eightOfThemShareNumbersWithoutGaps() throws Exception {
    List<Child> children = start(PROCESSES, RUNS);
    Set<String> told = new HashSet<>();
    long longest = 0;
    for (Child child : children) {
      assertThat(child.end()).as("%s", child.lines()).isZero();
      assertThat(child.lines()).endsWith("done");
      told.addAll(child.facts());
      longest = Math.max(longest, longestRun(child));
    }

    new StoreCheck().check(store, told, 1);
    assertThat(runs())
        .hasSize(PROCESSES * RUNS)
        .allMatch(run -> run.status() == RunStatus.COMPLETED);
    Report.print(
        "processes",
        "%d processes, %d runs, %d facts told, 0 lost, longest run %d ms"
            .formatted(PROCESSES, PROCESSES * RUNS, told.size(), longest));
  }

  @Test
  void theOthersGoOnWhenTheHolderOfTheFileIsKilled() throws Exception {
    int kills = 0;
    long longest = 0;
    List<Child> children = start(4, RUNS);
    Set<String> told = new HashSet<>();
    for (; kills < 3; kills++) {
      await().atMost(60, TimeUnit.SECONDS).until(() -> holder(children) != null);
      Child holder = holder(children);
      long killed = System.currentTimeMillis();
      holder.kill();
      told.addAll(holder.facts());
      children.remove(holder);
      for (Child other : children) {
        await()
            .atMost(LONGEST_STALL)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> hasRecordedAStepSince(other, killed) || !other.isAlive());
        longest = Math.max(longest, System.currentTimeMillis() - killed);
      }
    }
    for (Child child : children) {
      assertThat(child.end()).isZero();
      told.addAll(child.facts());
    }

    new StoreCheck().check(store, told, 1);
    Report.print(
        "killed holders",
        "%d kills, %d facts told, 0 lost, each other process had begun and recorded a step after %d ms"
            .formatted(kills, told.size(), longest));
  }

  @Test
  void whoSleepsLongerThanItsLeaseRecordsNothingMore() throws Exception {
    // Who has the file open stops everybody while it sleeps, so that is us.
    try (Workspace workspace = Workspace.open(store, store);
        Child sleeper = start(1, 1_000).get(0)) {
      MetadataQueries queries = workspace.metadata().queries();
      PipelineRun run = stopInARun(sleeper, queries);
      await()
          .atMost(Lease.LENGTH.multipliedBy(2))
          .until(() -> queries.run(run.id()).orElseThrow().status() == RunStatus.INTERRUPTED);
      assertThat(Work.resume(workspace, run).await().status()).isEqualTo(RunStatus.COMPLETED);
      Set<String> before = Facts.since(queries, 1);

      sleeper.signal("CONT");
      assertThat(sleeper.end()).isEqualTo(1);

      assertThat(sleeper.lines().get(sleeper.lines().size() - 1))
          .startsWith("failed " + CoreProblem.RUN_TAKEN_OVER.code());
      assertThat(sleeper.facts()).doesNotContain(Facts.completed(run.id()));
      assertThat(Facts.since(queries, 1)).isEqualTo(before);
      assertThat(Results.of(workspace, run)).isEqualTo(TorturePipeline.result(run.seed()));
      new StoreCheck().check(store, Set.copyOf(sleeper.facts()), 1);
      Report.print(
          "sleepers", "1 process stopped in run %d, which went on".formatted(run.number()));
    }
  }

  /** Stops a process while it is in the middle of a run. */
  private static PipelineRun stopInARun(Child child, MetadataQueries queries) throws Exception {
    while (true) {
      child.signal("STOP");
      List<PipelineRun> running = queries.runs(RunFilter.newest(1).withStatus(RunStatus.RUNNING));
      if (!running.isEmpty()) {
        return running.get(0);
      }
      child.signal("CONT");
      long ended = runsOf(child);
      await().atMost(60, TimeUnit.SECONDS).until(() -> runsOf(child) > ended);
    }
  }

  private List<Child> start(int processes, int runs) throws Exception {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      children.add(worker(10_000L * (i + 1), runs));
    }
    for (Child child : children) {
      child.awaitReady();
    }
    for (Child child : children) {
      child.go();
    }
    return children;
  }

  private Child worker(long work, int runs) throws Exception {
    return Child.worker(executions, store, work, runs);
  }

  /** Who serves the store's file to the others, null while nobody says so. */
  private Child holder(List<Child> children) {
    try {
      String[] words = Files.readString(store.resolve("metadata.server")).split(" ");
      return children.stream()
          .filter(child -> words.length == 3 && child.pid() == Long.parseLong(words[2]))
          .findFirst()
          .orElse(null);
    } catch (java.io.IOException e) {
      return null;
    }
  }

  /** The id of a step says in its first 48 bits when it was begun, in milliseconds since 1970 (RFC 9562, version 7). */
  private static boolean hasRecordedAStepSince(Child child, long moment) {
    return child.lines().stream()
        .filter(line -> line.startsWith("output "))
        .map(line -> UUID.fromString(line.split(" ")[1]))
        .anyMatch(step -> step.getMostSignificantBits() >>> 16 > moment);
  }

  private static long runsOf(Child child) {
    return child.lines().stream().filter(line -> line.startsWith("took ")).count();
  }

  private static long longestRun(Child child) {
    return child.lines().stream()
        .filter(line -> line.startsWith("took "))
        .mapToLong(line -> Long.parseLong(line.substring(5)))
        .max()
        .orElse(0);
  }

  private List<PipelineRun> runs() {
    try (Workspace workspace = Workspace.open(store, store)) {
      return workspace.metadata().queries().runs(RunFilter.newest(Integer.MAX_VALUE));
    }
  }
}
