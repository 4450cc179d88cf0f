package dev.treadle.examples.penguins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.testing.RecordingStepContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataStepsTest {
  private static final String WHOLE_ROW = """
      {"Species": "Adelie", "Island": "Biscoe", "Beak Length (mm)": 39.1, "Beak Depth (mm)": 18.7,
       "Flipper Length (mm)": 181, "Body Mass (g)": 3750, "Sex": "MALE"}""";

  private final RecordingStepContext recorded = new RecordingStepContext();

  @Test
  void loadsTheFileAsItWasPublished() throws Exception {
    List<RawPenguin> rows = DataSteps.load(recorded, Path.of(PenguinsPipeline.data()));

    assertThat(rows).hasSize(344);
    assertThat(rows.get(0))
        .isEqualTo(new RawPenguin("Adelie", "Torgersen", 39.1, 18.7, 181.0, 3750.0, "MALE"));
    assertThat(recorded.metadata()).containsEntry("rows", 344);
    assertThat(new FileRef(Path.of(PenguinsPipeline.data())).sha256())
        .isEqualTo("0facf769609f1205b82cbceb8238c36af3e6147a0ca0e163902cc6281ce3e917");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Species\": \"Adelie\", \"Island\": \"Biscoe\", \"Body Mass (g)\": \"heavy\"}",
        "{\"Species\": null, \"Island\": \"Biscoe\"}",
        "{\"Species\": \"Adelie\", \"Island\": \"Biscoe\", \"Wings\": 2}",
        "{\"Species\": \"Ade"
      })
  void aBrokenRowIsNamed(String brokenRow) {
    byte[] json = "[%s,\n%s]".formatted(WHOLE_ROW, brokenRow).getBytes(UTF_8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSteps.parse(json))
        .withMessageStartingWith("Row 2 of the file cannot be read (line 3): ");
  }

  @Test
  void dropsIncompleteRowsAndSaysWhy() throws Exception {
    List<Penguin> rows = DataSteps.clean(
        recorded, DataSteps.load(StepContext.noop(), Path.of(PenguinsPipeline.data())));

    assertThat(rows).hasSize(333);
    assertThat(recorded.metadata())
        .containsEntry("rows", 333)
        .containsEntry("dropped", 11)
        .containsEntry("dropped.no-measurements", 2)
        .containsEntry("dropped.no-sex", 9);
  }

  @Test
  void splitsEveryRowToOneSide() {
    List<Penguin> rows = IntStream.range(0, 10)
        .mapToObj(i -> new Penguin("Adelie", "Dream", i, 0, 0, 0))
        .toList();

    Split split = DataSteps.split(rows, 0.3, 17);

    assertThat(split.test()).hasSize(3);
    List<Penguin> both = new ArrayList<>(split.train());
    both.addAll(split.test());
    assertThat(both).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(DataSteps.split(rows, 0.3, 17)).isEqualTo(split);
    assertThat(DataSteps.split(rows, 0.3, 18)).isNotEqualTo(split);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void refusesAFractionThatLeavesOneSideEmpty(double testFraction) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSteps.split(List.of(), testFraction, 17))
        .withMessage("testFraction must be between 0 and 1, but is " + testFraction);
  }
}
