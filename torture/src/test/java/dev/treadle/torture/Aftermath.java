package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.hibernate.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What somebody does who finds that a process has gone. */
final class Aftermath {
  /**
   * What was resumed.
   *
   * @param keptSteps those that had a result before
   */
  record Resumed(int runs, int keptSteps) {}

  private Aftermath() {}

  /**
   * Goes on with all runs that have not completed. They have to, with the right results, and without executing again what had a
   * result.
   */
  static Resumed resumeAll(Path store, Path executions, Consumer<String> told) throws IOException {
    Leases.expire(store);
    int kept = 0;
    try (Workspace workspace = Workspace.open(store, store)) {
      MetadataQueries queries = workspace.metadata().queries();
      List<PipelineRun> runs = queries.runs(RunFilter.newest(Integer.MAX_VALUE)).stream()
          .filter(run -> run.status() != RunStatus.COMPLETED)
          .toList();
      for (PipelineRun run : runs) {
        kept += resume(workspace, run, executions, told);
      }
      return new Resumed(runs.size(), kept);
    }
  }

  private static int resume(
      Workspace workspace, PipelineRun run, Path executions, Consumer<String> told)
      throws IOException {
    MetadataQueries queries = workspace.metadata().queries();
    assertThat(run.status()).isIn(RunStatus.INTERRUPTED, RunStatus.FAILED);
    Map<String, Integer> before = Executions.counted(executions);
    List<String> stored = queries.steps(run.id()).stream()
        .filter(step -> step.status().hasOutputs())
        .map(step -> run.id() + " " + step.label())
        .toList();

    var listener = new Acknowledgements(queries, told);
    assertThat(Work.resume(workspace, run, listener).await().status())
        .isEqualTo(RunStatus.COMPLETED);

    Map<String, Integer> after = Executions.counted(executions);
    assertThat(stored)
        .as("stored steps that were executed again")
        .allMatch(step -> after.getOrDefault(step, 0).equals(before.getOrDefault(step, 0)));
    assertThat(Results.of(workspace, run)).isEqualTo(TorturePipeline.result(run.seed()));
    return stored.size();
  }
}
