package dev.treadle.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PenguinsRunTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void runsThenReusesThenRunsOnlyWhatAParameterTouches() {
    var first = harness.run(new PenguinsPipeline());
    var second = harness.run(new PenguinsPipeline());
    var third = harness.run(new PenguinsPipeline(), "epochs=40");

    assertThat(first).succeeded().ran("load", "clean", "split", "train", "evaluate", "report");
    first.step("evaluate").metric("accuracy").isEqualTo(0.99);
    assertThat(first.output("evaluate", Scores.class).correct()).isEqualTo(99);
    assertThat(second).succeeded().cached("load", "clean", "split", "train", "evaluate", "report");
    assertThat(third)
        .succeeded()
        .cached("load", "clean", "split")
        .ran("train", "evaluate", "report");
    third.step("train").because("param epochs: 20 → 40");
  }

  @Test
  void theLineageBeginsAtTheFile() {
    var run = harness.run(new PenguinsPipeline());

    var file = run.step("load").read("penguins.json");
    assertThat(file.label()).isEqualTo("penguins.json@1");
    assertThat(file.digest())
        .isEqualTo("sha256:0facf769609f1205b82cbceb8238c36af3e6147a0ca0e163902cc6281ce3e917");
  }

  @Test
  void theGraphIsTheOneThatWasReviewed() {
    var params = new PenguinsPipeline.Params(0.3, 17, 20, 1.0);

    assertThat(harness.compile(new PenguinsPipeline(), params)).matchesSnapshot("penguins.json");
  }
}
