package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.data.Markdown;
import dev.treadle.examples.guide.ForecastSteps.Score;
import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForecastTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void announcesAForecastThatIsGoodEnough() {
    var run = harness.run(new Forecast());

    assertThat(run).succeeded().skipped("explain");
    assertThat(run.output("best", Score.class).setting()).isEqualTo(new Smoothing(0.3));
    run.step("announce").ran();
    assertThat(run.version("best", "result").artifact()).isEqualTo("best-forecast");
  }

  @Test
  void explainsWhyThereIsNone() {
    var run = harness.run(new Forecast(), "limit=0.5");

    assertThat(run).succeeded().skipped("announce");
    run.step("announce").because("goodEnough is false");
    assertThat(run.output("explain", Markdown.class).text()).endsWith("the limit 0.5.");
  }

  @Test
  void anEffectOutsideHappensInEveryRun() {
    harness.run(new Forecast());
    var again = harness.run(new Forecast());

    again.step("fit").wasCached();
    again.step("announce").ran().because("caching is off: @Step(cache = Caching.OFF)");
  }
}
