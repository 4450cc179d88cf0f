package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.Workspace;
import dev.treadle.failpoint.Failpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At every edge that a new store with two runs comes to, something throws, the process ends, or all waits for a while. */
@Tag("torture")
final class FailpointTest {
  private static final int RUNS = 2;
  private static final Duration PAUSE = Duration.ofMillis(300);

  @TempDir
  Path folder;

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private Path executions;

  @BeforeEach
  void noteExecutions() {
    executions = folder.resolve("executions");
    System.setProperty(Executions.PROPERTY, executions.toString());
  }

  @AfterEach
  void disarm() {
    Failpoints.disarm();
    System.clearProperty(Executions.PROPERTY);
  }

  @Test
  void whateverHappensAtAnyEdgeNothingToldIsLostAndRunsGoOn() throws Exception {
    Map<String, Integer> edges = record();
    assertThat(edges)
        .containsKeys(
            "blob.beforeCreate",
            "blob.afterCreate",
            "manifest.beforeCreate",
            "manifest.afterCreate",
            "commit.beforeWriting",
            "commit.beforeCommit",
            "commit.afterCommit",
            "commit.beforeSync",
            "commit.afterSync",
            "commit.beforeAcknowledgement",
            "holder.afterLock",
            "holder.beforeTelling",
            "holder.afterTelling",
            "tables.beforeMove",
            "tables.afterMove");
    int number = 0;
    int resumed = 0;
    for (String edge : edges.keySet()) {
      for (String action : List.of("throw", "pause", "halt")) {
        Random random = Settings.random("failpoint " + edge + action, 0);
        // How often an edge is reached depends on which units share a commit, so not its last
        // times.
        int time = 1 + random.nextInt((edges.get(edge) + 1) / 2);
        Path store = Files.createDirectories(folder.resolve("store-" + number++));
        told.clear();
        try {
          reach(edge, action, time, store);
          if (action.equals("halt") || Files.exists(store.resolve("metadata.mv.db"))) {
            new StoreCheck().check(store, told, 1);
            resumed += Aftermath.resumeAll(store, executions, told::add).runs();
            new StoreCheck().check(store, told, 1);
          }
        } catch (Exception | AssertionError e) {
          throw new AssertionError(edge + ", time " + time + ", " + action, e);
        } finally {
          Failpoints.disarm();
        }
      }
    }
    Report.print(
        "failpoints",
        "%d edges x throw, pause and halt, 0 facts lost, %d runs resumed"
            .formatted(edges.size(), resumed));
    assertThat(resumed).isPositive();
  }

  /** The edges of an undisturbed scenario, and how often it comes to each. */
  private Map<String, Integer> record() throws Exception {
    Map<String, Integer> edges = new TreeMap<>();
    Failpoints.arm(edge -> {
      synchronized (edges) {
        edges.merge(edge, 1, Integer::sum);
      }
    });
    run(Files.createDirectories(folder.resolve("recorded")));
    Failpoints.disarm();
    return edges;
  }

  private void reach(String edge, String action, int time, Path store) throws Exception {
    if (action.equals("halt")) {
      halt(edge, time, store);
      return;
    }
    AtomicInteger left = new AtomicInteger(time);
    Failpoints.arm(reached -> {
      if (reached.equals(edge) && left.decrementAndGet() == 0) {
        if (action.equals("throw")) {
          throw new OutOfMemoryError("of the failpoint");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    });
    try {
      run(store);
      assertThat(left.get()).as("the edge was not reached").isLessThanOrEqualTo(0);
    } catch (RuntimeException | OutOfMemoryError e) {
      assertThat(action).as("%s", e).isEqualTo("throw");
    }
  }

  private void halt(String edge, int time, Path store) throws Exception {
    try (Child child = Child.start(
        List.of(),
        List.of("-D" + Executions.PROPERTY + "=" + executions),
        FailpointWorker.class,
        edge,
        Integer.toString(time),
        store.toString(),
        "1",
        Integer.toString(RUNS))) {
      child.awaitReady();
      child.go();
      int code = child.end();
      told.addAll(child.facts());
      assertThat(code).isEqualTo(FailpointWorker.HALTED);
    }
  }

  private void run(Path store) {
    try (Workspace workspace = Workspace.open(store, store)) {
      for (int run = 0; run < RUNS; run++) {
        workspace
            .launcher()
            .start(
                Work.request(run),
                List.of(new Acknowledgements(workspace.metadata().queries(), told::add)))
            .await();
      }
      // The holder tells after a moment how it is reached.
      await().atMost(20, TimeUnit.SECONDS).until(() -> isShared(store));
    }
  }

  private static boolean isShared(Path store) {
    return Files.exists(store.resolve("metadata.server"));
  }
}
