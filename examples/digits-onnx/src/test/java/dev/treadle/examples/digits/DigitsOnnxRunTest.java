package dev.treadle.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.testing.PipelineHarness;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DigitsOnnxRunTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void theServedModelDecidesAsTheTrainedOne() {
    var run = harness.run(new DigitsOnnxPipeline());

    assertThat(run).succeeded();
    Parity parity = run.output("parity", Parity.class);
    assertThat(parity.greatestDifference()).isLessThan(2e-6);
    assertThat(parity.sameDecisions()).isEqualTo(359);
    assertThat(parity.total()).isEqualTo(359);
    assertThat(run.output("evaluate", Scores.class).correct()).isBetween(345, 347);
    run.step("evaluate").metric("macro-f1").isCloseTo(0.965164, within(0.003));
    BufferedImage grid = run.output("errorGrid", BufferedImage.class);
    assertThat(grid.getWidth()).isEqualTo(8 * 9 * 8);
    assertThat(run.step("load").read("digits.csv.gz").digest())
        .isEqualTo("sha256:09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22");
  }

  @Test
  void anotherToleranceChecksTheSameModel() {
    harness.run(new DigitsOnnxPipeline());
    var run = harness.run(new DigitsOnnxPipeline(), "tolerance=1e-12");

    assertThat(run).failed().cached("load", "split", "train");
    run.step("parity").failedWith(IllegalStateException.class, "more than 1.00e-12");
    run.step("card").didNotRun();
  }

  @Test
  void aBrokenLineIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainSteps.image("1,2,3", 7))
        .withMessage("Line 7 has 3 numbers; 64 pixels from 0 to 16 and a digit are needed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainSteps.image("a,2,3", 8))
        .withMessageStartingWith("Line 8: ");
  }
}
