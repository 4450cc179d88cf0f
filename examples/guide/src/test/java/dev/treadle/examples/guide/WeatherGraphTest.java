package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WeatherGraphTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void theGraphIsTheOneThatWasReviewed() {
    var graph = harness.compile(new Weather(), new Weather.Params(0.0, 1));

    assertThat(graph).hasSteps("read", "stations", "summarise", "report");
    assertThat(graph).matchesSnapshot("weather.json");
  }
}
