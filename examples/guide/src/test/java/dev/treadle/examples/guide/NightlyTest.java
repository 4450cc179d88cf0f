package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightlyTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void asksAgainWhenTheStationDoesNotAnswer() {
    var run = harness.run(new Nightly());

    assertThat(run).succeeded();
    run.step("fetch").tookAttempts(2);
    assertThat(run.output("simulate", Double.class)).isLessThan(5.0);
  }
}
