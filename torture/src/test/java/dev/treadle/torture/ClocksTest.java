package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.StoreReader;
import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes whose clocks differ by hours use one store, whose clock is that of the process that has the file open. */
@Tag("torture")
final class ClocksTest {
  private static final List<String> CLOCKS = List.of("+3600s", "-3600s", "+0s", "+7200s");
  private static final int RUNS = 8;

  @TempDir
  Path folder;

  private Path store;

  @BeforeEach
  void makeStore() throws Exception {
    Programs.require("faketime");
    store = Files.createDirectories(folder.resolve("store"));
    Workspace.open(store, store).close();
  }

  @Test
  void nobodyLosesARunWhenTheNextHasTheFileOpen() throws Exception {
    List<Child> children = new ArrayList<>();
    for (String clock : CLOCKS) {
      children.add(worker(clock, children.size() + 1));
    }
    for (Child child : children) {
      child.awaitReady();
    }
    for (Child child : children) {
      child.go();
    }

    Set<String> told = new HashSet<>();
    for (Child child : children) {
      assertThat(child.end()).as("%s", child.lines()).isZero();
      told.addAll(child.facts());
    }
    new StoreCheck().check(store, told, 1);
    int expected = RUNS * CLOCKS.size() * (CLOCKS.size() + 1) / 2;
    try (StoreReader reader = StoreReader.open(store)) {
      List<PipelineRun> runs = reader.queries().runs(RunFilter.newest(Integer.MAX_VALUE));
      assertThat(runs).hasSize(expected).allMatch(run -> run.status() == RunStatus.COMPLETED);
    }
    Report.print(
        "clocks",
        "%d processes up to three hours apart, %d runs, %d facts told, 0 lost"
            .formatted(CLOCKS.size(), expected, told.size()));
  }

  /** The first has fewest runs, so that the file passes from one to the other, and with it the clock. */
  private Child worker(String clock, int share) throws Exception {
    return Child.start(
        // Only the clock that can be set: by the other one threads wait, endlessly with its fix for
        // old C libraries.
        List.of(
            "env",
            "DONT_FAKE_MONOTONIC=1",
            "FAKETIME_FORCE_MONOTONIC_FIX=0",
            "faketime",
            "-f",
            clock),
        List.of("-D" + Executions.PROPERTY + "=" + folder.resolve("executions")),
        Worker.class,
        store.toString(),
        Long.toString(10_000L * share),
        Integer.toString(RUNS * share));
  }
}
