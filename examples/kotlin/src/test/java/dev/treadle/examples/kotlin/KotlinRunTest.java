package dev.treadle.examples.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KotlinRunTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void functionsOfKotlinAreSteps() {
    var first = harness.run(new KotlinPipeline());
    var second = harness.run(new KotlinPipeline());

    assertThat(first).succeeded().ran("load", "split", "train", "evaluate");
    first.step("load").hasMetadata("dropped", 2);
    Scores scores = first.output("evaluate", Scores.class);
    assertThat(scores.total()).isEqualTo(103);
    assertThat(scores.correct()).isBetween(96, 98);
    assertThat(second).succeeded().cached("load", "split", "train", "evaluate");
  }
}
