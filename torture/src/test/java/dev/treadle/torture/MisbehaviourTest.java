package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.StoreReader;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that take their process with them, or never end. */
@Tag("torture")
@Timeout(180)
final class MisbehaviourTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "overflows, StackOverflowError",
    "fillsTheHeap, OutOfMemoryError: Java heap space",
    "loops, did not end within its timeout of 0.3 s",
    "deadlocks, did not end within its timeout of 0.3 s"
  })
  void theStepFailsWithItsCause(String how, String cause) throws Exception {
    assertThat(run(how)).isEqualTo(1);

    try (StoreReader reader = StoreReader.open(store())) {
      PipelineRun run = onlyRun(reader.queries());
      StepRun step = reader.queries().steps(run.id()).get(0);
      assertThat(run.status()).isEqualTo(RunStatus.FAILED);
      assertThat(run.error()).contains(how, cause);
      assertThat(step.status()).isEqualTo(StepStatus.FAILED);
    }
  }

  @Test
  void aStepThatExitsEndsItsRunAndNotWithSuccess() throws Exception {
    assertThat(run("exits")).isNotZero();

    try (StoreReader reader = StoreReader.open(store())) {
      assertThat(onlyRun(reader.queries()).status()).isIn(RunStatus.FAILED, RunStatus.CANCELLED);
    }
  }

  @Test
  void aHaltedProcessLeavesAnInterruptedRun() throws Exception {
    run("halts");

    try (StoreReader reader = StoreReader.open(store())) {
      await()
          .atMost(Lease.LENGTH.multipliedBy(2))
          .untilAsserted(() ->
              assertThat(onlyRun(reader.queries()).status()).isEqualTo(RunStatus.INTERRUPTED));
    }
  }

  @Test
  void aThreadThatIsLeftBehindKeepsNobody() throws Exception {
    assertThat(run("leavesAThread")).isZero();

    try (StoreReader reader = StoreReader.open(store())) {
      assertThat(onlyRun(reader.queries()).status()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  private int run(String how) throws Exception {
    try (Child child = Child.start(
        List.of(),
        List.of("-Xmx96m"),
        MisbehavingPipeline.class,
        "-p",
        "how=" + how,
        "--store",
        store().toString())) {
      return child.end();
    }
  }

  private Path store() {
    return folder.resolve("store");
  }

  private static PipelineRun onlyRun(MetadataQueries queries) {
    List<PipelineRun> runs = queries.runs(RunFilter.newest(9));
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }
}
