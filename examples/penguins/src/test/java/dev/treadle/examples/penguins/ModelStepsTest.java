package dev.treadle.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.api.StepContext;
import dev.treadle.testing.RecordingStepContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelStepsTest {
  private static final List<Penguin> ROWS = List.of(
      new Penguin("Gentoo", "Biscoe", 48, 14, 220, 5200),
      new Penguin("Adelie", "Dream", 38, 18, 185, 3600),
      new Penguin("Gentoo", "Biscoe", 50, 15, 225, 5400),
      new Penguin("Adelie", "Dream", 40, 19, 190, 3800));

  private final RecordingStepContext recorded = new RecordingStepContext();

  @Test
  void trainsTheSameModelAgain() {
    Classifier first = ModelSteps.train(StepContext.noop(), ROWS, 5, 1.0, 17);
    Classifier second = ModelSteps.train(StepContext.noop(), ROWS, 5, 1.0, 17);

    assertThat(second.weights()).isDeepEqualTo(first.weights());
  }

  @Test
  void keepsTheScalingOfItsOwnRows() {
    Classifier model = ModelSteps.train(recorded, ROWS, 5, 1.0, 17);

    assertThat(model.species()).containsExactly("Adelie", "Gentoo");
    assertThat(model.means()).containsExactly(44, 16.5, 205, 4500);
    assertThat(model.deviations()[1]).isCloseTo(Math.sqrt(4.25), within(1e-12));
    assertThat(recorded.lastMetrics()).containsEntry("training-accuracy", 1.0);
  }

  @Test
  void countsAnswersBySpecies() {
    var longBeakIsGentoo = new Classifier(
        Penguin.FEATURES,
        List.of("Adelie", "Gentoo"),
        new double[] {44, 0, 0, 0},
        new double[] {1, 1, 1, 1},
        new double[][] {{-1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}});
    List<Penguin> test =
        List.of(ROWS.get(0), ROWS.get(1), new Penguin("Adelie", "Dream", 45, 18, 185, 3600));

    Scores scores = ModelSteps.evaluate(recorded, longBeakIsGentoo, test);

    assertThat(scores.confusion()).isDeepEqualTo(new int[][] {{1, 1}, {0, 1}});
    assertThat(scores.correct()).isEqualTo(2);
    assertThat(recorded.lastMetrics())
        .containsEntry("accuracy", 2.0 / 3)
        .containsEntry("macro-f1", 2.0 / 3);
  }
}
