package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.NoParams;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.RunFilter;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store can be looked at while a run has it. */
@Timeout(120)
class LookWhileRunningTest {
  @TempDir
  Path folder;

  @Test
  void seesWhatIsDurable() throws Exception {
    try (TestProject project = TestProject.stored(folder)) {
      var run = project
          .workspace()
          .launcher()
          .start(
              new RunRequest<>(
                  new DefinedPipeline(p -> {
                    p.step(PlanSteps::waits).with(p.step(MapSteps::plus).with(1).with(2));
                    p.map(
                        p.step(MapSteps::numbers).with(200),
                        n -> p.step(MapSteps::square).with(n));
                  }),
                  new NoParams(),
                  RunOptions.DEFAULT),
              List.of());

      while (finished() < 202) {
        Thread.onSpinWait();
      }
      try (StoreReader look = StoreReader.open(folder.resolve("store"))) {
        PipelineRun found = look.queries().runs(RunFilter.newest(1)).get(0);
        assertThat(found.id()).isEqualTo(run.id());
        assertThat(found.status()).isEqualTo(RunStatus.RUNNING);
      }
      PlanSteps.LOOKED.countDown();

      assertThat(run.await().status()).isEqualTo(RunStatus.COMPLETED);
    }
    assertThatThrownBy(() -> StoreReader.open(folder.resolve("none")))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("There is no metadata store in ");
  }

  private long finished() {
    try (StoreReader look = StoreReader.open(folder.resolve("store"))) {
      return look.queries().runs(RunFilter.newest(1)).stream()
          .flatMap(run -> look.queries().steps(run.id()).stream())
          .map(StepRun::status)
          .filter(status -> status.isTerminal())
          .count();
    }
  }
}
