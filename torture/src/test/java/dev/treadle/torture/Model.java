package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.RunFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a store must say: runs by number, which are never given twice. */
final class Model {
  private final TreeMap<Long, RunStatus> runs = new TreeMap<>();
  private long last;

  long next() {
    return last + 1;
  }

  void put(long number, RunStatus status, RunStatus... expected) {
    assertThat(status).isIn((Object[]) expected);
    runs.put(number, status);
    last = Math.max(last, number);
  }

  void remove(long number) {
    runs.remove(number);
  }

  /** One of the runs of which something holds. */
  Optional<Long> pick(int index, Predicate<RunStatus> of) {
    List<Long> fitting = runs.entrySet().stream()
        .filter(run -> of.test(run.getValue()))
        .map(Map.Entry::getKey)
        .toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(index % fitting.size()));
  }

  /** Compares it with a store, whose results must be there and right. */
  void assertIs(Workspace workspace) {
    Map<Long, RunStatus> stored = new TreeMap<>();
    for (PipelineRun run :
        workspace.metadata().queries().runs(RunFilter.newest(Integer.MAX_VALUE))) {
      stored.put(run.number(), run.status());
      if (run.status() == RunStatus.COMPLETED) {
        assertThat(Results.of(workspace, run)).isEqualTo(TorturePipeline.result(run.seed()));
      }
    }
    assertThat(stored).isEqualTo(runs);
  }

  static PipelineRun run(Workspace workspace, long number) {
    return workspace.metadata().queries().runByNumber(number).orElseThrow();
  }
}
