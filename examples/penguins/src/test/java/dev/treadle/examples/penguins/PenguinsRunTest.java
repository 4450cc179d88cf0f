package dev.treadle.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Treadle;
import dev.treadle.Workspace;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenguinsRunTest {
  @TempDir
  Path folder;

  @Test
  void runsThenReusesThenRunsOnlyWhatAParameterTouches() {
    assertThat(run().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run("-p", "epochs=40").status()).isEqualTo(RunStatus.COMPLETED);

    try (Workspace workspace = Workspace.open(folder, folder)) {
      MetadataQueries queries = workspace.metadata().queries();
      assertThat(statuses(queries, 1)).hasSize(6).containsValues(StepStatus.COMPLETED);
      assertThat(statuses(queries, 1).values()).containsOnly(StepStatus.COMPLETED);
      assertThat(statuses(queries, 2).values()).hasSize(6).containsOnly(StepStatus.CACHED);
      assertThat(statuses(queries, 3))
          .containsEntry("load", StepStatus.CACHED)
          .containsEntry("clean", StepStatus.CACHED)
          .containsEntry("split", StepStatus.CACHED)
          .containsEntry("train", StepStatus.COMPLETED)
          .containsEntry("evaluate", StepStatus.COMPLETED)
          .containsEntry("report", StepStatus.COMPLETED);
      assertThat(step(queries, 3, "train").reason()).isEqualTo("param epochs: 20 → 40");
    }
  }

  @Test
  void theLineageBeginsAtTheFile() {
    run();

    try (Workspace workspace = Workspace.open(folder, folder)) {
      MetadataQueries queries = workspace.metadata().queries();
      UUID load = step(queries, 1, "load").id();
      List<Edge> read = queries.edgesOfSteps(List.of(load)).stream()
          .filter(edge -> edge.role() == EdgeRole.EXTERNAL)
          .toList();
      ArtifactVersion file = queries.version(read.get(0).version()).orElseThrow();

      assertThat(file.label()).isEqualTo("penguins.json@1");
      assertThat(file.digest())
          .isEqualTo("sha256:0facf769609f1205b82cbceb8238c36af3e6147a0ca0e163902cc6281ce3e917");
    }
  }

  private RunResult run(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "--store";
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return Treadle.run(new PenguinsPipeline(), args);
  }

  private static StepRun step(MetadataQueries queries, long run, String name) {
    return queries.steps(queries.runByNumber(run).orElseThrow().id()).stream()
        .filter(step -> step.step().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, StepStatus> statuses(MetadataQueries queries, long run) {
    return queries.steps(queries.runByNumber(run).orElseThrow().id()).stream()
        .collect(Collectors.toMap(StepRun::step, StepRun::status));
  }
}
