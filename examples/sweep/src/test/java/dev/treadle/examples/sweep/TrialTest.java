package dev.treadle.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.treadle.api.StepContext;
import dev.treadle.examples.penguins.DataSteps;
import dev.treadle.examples.penguins.PenguinsPipeline;
import dev.treadle.examples.penguins.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
  private final StepContext ctx = StepContext.noop();

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1, 83", "2, 1, 94", "3, 1, 95", "6, 1, 97", "6, 50, 97"})
  void deeperTreesAreMoreOftenRight(int maxDepth, int trees, int correct) throws Exception {
    Split split = DataSteps.split(DataSteps.clean(ctx, DataSteps.load(ctx, data())), 0.3, 17);
    var setting = new Setting(maxDepth, trees, 17);

    assertThat(SweepSteps.trial(ctx, split.train(), split.test(), setting))
        .isEqualTo(new Candidate(setting, correct, 100));
  }

  /** The file, which may be inside a jar. */
  private Path data() throws Exception {
    Path file = folder.resolve("penguins.json");
    try (var in = PenguinsPipeline.data().toURL().openStream()) {
      Files.copy(in, file);
    }
    return file;
  }

  @Test
  void theSmallerOfEqualsIsTheBest() {
    var deep = new Candidate(new Setting(6, 1, 17), 97, 100);
    var shallow = new Candidate(new Setting(5, 1, 17), 97, 100);
    var forest = new Candidate(new Setting(3, 50, 17), 97, 100);
    var worse = new Candidate(new Setting(1, 1, 17), 83, 100);

    assertThat(SweepSteps.pickBest(ctx, List.of(worse, forest, deep, shallow))).isEqualTo(shallow);
  }

  @Test
  void aMissListsTheTrialsBestFirst() {
    var page = SweepSteps.explainMiss(
        List.of(
            new Candidate(new Setting(1, 1, 17), 83, 100),
            new Candidate(new Setting(6, 1, 17), 97, 100)),
        0.99);

    assertThat(page.text())
        .startsWith("No setting reaches 0.990.\n")
        .containsSubsequence("| 6 | 1 | 97 of 100 |", "| 1 | 1 | 83 of 100 |");
  }

  @Test
  void aGridHasEachDepthOfEachForest() {
    assertThat(SweepSteps.grid(List.of(1, 2), List.of(1, 50), 17))
        .containsExactly(
            new Setting(1, 1, 17),
            new Setting(2, 1, 17),
            new Setting(1, 50, 17),
            new Setting(2, 50, 17));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SweepSteps.grid(List.of(3, 0), List.of(1), 17))
        .withMessage("depths must be numbers from 1 on, but are [3, 0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SweepSteps.grid(List.of(3), List.of(), 17))
        .withMessage("trees must be numbers from 1 on, but are []");
  }
}
