package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel kills the process at one of its writes, or fails each sync from one on. */
@Tag("torture")
final class SyscallTest {
  /** Half as many are run as are asked for: tracing is slow. */
  private static final int ROUNDS = 24;

  private static final int RUNS = 3;

  /** How many writes a thread makes for the tables of a new store, how many for the runs, and how many syncs; about. */
  private static final int WRITES_OF_TABLES = 100;

  private static final int WRITES = 28;
  private static final int SYNCS = 20;

  @TempDir
  Path folder;

  private Path executions;

  @BeforeEach
  void findStrace() {
    Programs.require("strace");
    executions = folder.resolve("executions");
    System.setProperty(Executions.PROPERTY, executions.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(Executions.PROPERTY);
  }

  @Test
  void aProcessKilledInAWriteHasLostNothingThatItTold() throws Exception {
    int killed = 0;
    int facts = 0;
    int rounds = (Settings.rounds(ROUNDS) + 1) / 2;
    for (int round = 0; round < rounds; round++) {
      boolean hasTables = round % 4 > 0;
      if (hasTables) {
        Workspace.open(store(round), store(round)).close();
      }
      int most = hasTables ? WRITES : WRITES_OF_TABLES;
      int when = 1 + Settings.random("write", round).nextInt(most);
      Child child = run(round, "pwrite64", "signal=SIGKILL:when=" + when);
      killed += child.end() == 0 ? 0 : 1;
      facts += aftermath(round, child);
    }
    Report.print(
        "killed in a write",
        "%d rounds, %d killed, %d facts told, 0 lost".formatted(rounds, killed, facts));
    assertThat(killed).isPositive();
  }

  @Test
  void aFailedSyncStopsTheStoreAndLosesNothing() throws Exception {
    int failed = 0;
    int facts = 0;
    int rounds = (Settings.rounds(ROUNDS) + 1) / 2;
    for (int round = 0; round < rounds; round++) {
      int when = 1 + Settings.random("sync", round).nextInt(SYNCS);
      Child child = run(round, "fsync,fdatasync", "error=EIO:when=" + when + "+");
      if (child.end() != 0) {
        failed++;
        String last = child.lines().get(child.lines().size() - 1);
        assertThat(last)
            .as("after sync %d", when)
            .matches("(failed (STORE|RUN)-\\d+ .*|ended FAILED .*)");
        assertThat(last).contains("Input/output error");
      }
      facts += aftermath(round, child);
    }
    Report.print(
        "failed syncs",
        "%d rounds, %d failed, %d facts told, 0 lost".formatted(rounds, failed, facts));
    assertThat(failed).isPositive();
  }

  private Path store(int round) throws IOException {
    return Files.createDirectories(folder.resolve("store-" + round));
  }

  /**
   * A worker whose system calls are traced; strace counts those of each thread. No {@code --seccomp-bpf}, with which strace
   * 6.1 counts no further than to one.
   */
  private Child run(int round, String calls, String fault) throws Exception {
    Child child = Child.start(
        List.of(
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=" + calls,
            "-e",
            "inject=" + calls + ":" + fault),
        List.of("-D" + Worker.COLD + "=true", "-D" + Executions.PROPERTY + "=" + executions),
        Worker.class,
        store(round).toString(),
        Long.toString(100L * round),
        Integer.toString(RUNS));
    child.go();
    return child;
  }

  private int aftermath(int round, Child child) throws Exception {
    Set<String> told = new HashSet<>(child.facts());
    Path store = store(round);
    if (Files.exists(store.resolve("metadata.mv.db"))) {
      new StoreCheck().check(store, told, 1);
      Aftermath.resumeAll(store, executions, told::add);
      new StoreCheck().check(store, told, 1);
    } else {
      assertThat(told).isEmpty();
    }
    return told.size();
  }
}
