package dev.treadle.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.api.data.Table;
import dev.treadle.examples.etl.EtlPipeline;
import dev.treadle.testing.PipelineHarness;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SparkRunTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void countsTheFlightsThatAnotherEngineCounts() {
    var etl = harness.run(new EtlPipeline(), "months=2");
    var run = harness.run(new SparkPipeline(), "months=2");

    assertThat(run)
        .succeeded()
        .cached("months", "generate[0]", "generate[1]")
        .ran("routes", "profile");
    run.step("routes").logged("Spark 4.2.0");
    run.step("profile").metric("flights").isEqualTo(5_000);
    run.step("profile").metric("mean-delay").isCloseTo(30.2922, within(1e-9));
    assertThat(run.output("profile", Table.class).size()).isEqualTo(15);
    assertThat(etl).succeeded();
  }

  @Test
  void theArtifactIsParquetAndNothingElse() {
    var run = harness.run(new SparkPipeline(), "months=1", "rows=100");

    assertThat(run).succeeded();
    assertThat(run.output("routes", Path.class))
        .isDirectoryContaining("glob:**part-0.parquet")
        .isDirectoryNotContaining("glob:**{_SUCCESS,.crc,spark}");
  }
}
