package dev.treadle.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.api.StepContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenMetricsTest {
  private final StepContext ctx = StepContext.noop();

  @Test
  void oneAdelieIsTakenForAChinstrap() throws Exception {
    Split split = DataSteps.split(
        DataSteps.clean(ctx, DataSteps.load(ctx, Path.of(PenguinsPipeline.data()))), 0.3, 17);
    Classifier model = ModelSteps.train(ctx, split.train(), 20, 1.0, 17);
    Scores scores = ModelSteps.evaluate(ctx, model, split.test());

    assertThat(split.train()).hasSize(233);
    assertThat(model.species()).containsExactly("Adelie", "Chinstrap", "Gentoo");
    assertThat(scores.total()).isEqualTo(100);
    assertThat(scores.correct()).isEqualTo(99);
    assertThat(scores.accuracy()).isEqualTo(0.99);
    assertThat(scores.macroF1()).isCloseTo(0.9866627439442973, within(1e-9));
    assertThat(scores.confusion()[0][1]).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42})
  void otherSeedsMakeNoMistake(long seed) throws Exception {
    Split split = DataSteps.split(
        DataSteps.clean(ctx, DataSteps.load(ctx, Path.of(PenguinsPipeline.data()))), 0.3, seed);
    Classifier model = ModelSteps.train(ctx, split.train(), 20, 1.0, seed);

    assertThat(ModelSteps.evaluate(ctx, model, split.test()).correct()).isEqualTo(100);
  }
}
