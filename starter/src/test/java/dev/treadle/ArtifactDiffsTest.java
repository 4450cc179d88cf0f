package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.diff.FilesDifference;
import dev.treadle.api.diff.ImageDifference;
import dev.treadle.api.diff.SameContent;
import dev.treadle.api.diff.TableDifference;
import dev.treadle.api.diff.TypeDifference;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.diff.ArtifactDiffs;
import dev.treadle.diff.RunDiffs;
import dev.treadle.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares what two real runs stored, with a class loader that does not know the steps' classes. */
@Timeout(120)
class ArtifactDiffsTest {
  private static TestProject project;
  private static Ran base;
  private static Ran other;
  private static ArtifactDiffs diffs;

  @BeforeAll
  static void run(@TempDir Path folder) {
    project = TestProject.in(folder);
    base = run(1);
    other = run(2);
    diffs = new ArtifactDiffs(
        project.workspace().metadata().queries(),
        project.workspace().artifacts(),
        ClassLoader.getPlatformClassLoader());
  }

  @AfterAll
  static void close() {
    project.close();
  }

  private static Ran run(int version) {
    return project.run(p -> {
      p.step(DiffSteps::table).with(version);
      p.step(DiffSteps::readings).with(version);
      p.step(DiffSteps::model).with(version);
      p.step(DiffSteps::score).with(version);
      p.step(DiffSteps::nested).with(version);
      p.step(DiffSteps::text).with(version);
      p.step(DiffSteps::array).with(version);
      p.step(DiffSteps::image).with(version);
      p.step(DiffSteps::files).with(version);
      p.step(DiffSteps::pages).with(version);
      p.step(DiffSteps::opaque).with(version);
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table    | 20 rows, 1 of 2 columns differ, PSI 0.03 of kind",
        "readings | 5,000 → 10,000 rows, 1 of 4 columns differ, PSI 1.08 of id",
        "model    | 2 values differ: depth 3 → 4 (+33 %), …",
        "score    | 1 value differs: value 0.5 → 1.0 (+100 %)",
        "nested   | 1 value differs: [1].parts[1] 1 → 2 (+100 %)",
        "text     | 1 line added, 1 removed",
        "array    | 1 of 100,000 elements differ, by 1.00 or 50 % at most",
        "image    | 1 of 32 pixels differ, by 16 of 255 at most",
        "files    | 3 of 4 files differ",
        "pages    | items/000000001/index.html changed, 4 → 4 bytes",
        "opaque   | value.opaque changed, 1 → 2 bytes"
      })
  void saysInALineWhatDiffers(String step, String summary) {
    assertThat(diff(step).difference().summary()).isEqualTo(summary);
  }

  @Test
  void answersAtOnceWhenDigestsAreEqual() {
    ArtifactVersion version = version(base, "table");

    assertThat(diffs.between(version, version).difference()).isEqualTo(new SameContent());
  }

  @Test
  void takesAFlatRecordForARow() {
    assertThat(diff("readings").difference())
        .isInstanceOfSatisfying(
            TableDifference.class,
            table -> assertThat(table.columns())
                .extracting("name", "type")
                .containsExactly(
                    tuple("id", "int"),
                    tuple("kind", "Kind"),
                    tuple("mass", "double"),
                    tuple("note", "Optional<String>")));
  }

  @Test
  void saysWhatItCouldNotCompare() {
    assertThat(diff("opaque").difference()).isInstanceOf(FilesDifference.class);
    assertThat(diff("opaque").notes()).singleElement().asString().contains("materializer opaque");
    assertThat(diff("pages").notes()).hasSize(1);
    assertThat(diff("files").notes()).isEmpty();
  }

  @Test
  void saysThatTypesDiffer() {
    ArtifactDiff diff = diffs.between(version(base, "table"), version(base, "image"));

    assertThat(diff.difference())
        .isEqualTo(
            new TypeDifference("dev.treadle.api.data.Table", "java.awt.image.BufferedImage"));
  }

  @Test
  void asksTheDifferOfThePixelsInTheProjectsOwnProcess() {
    ArtifactDiff diff = project
        .workspace()
        .artifactDiffs()
        .between(version(base, "image"), version(other, "image"));

    assertThat(diff.difference()).isEqualTo(new ImageDifference(8, 4, 8, 4, 1, 16));
  }

  @ParameterizedTest
  @CsvSource({"table", "model", "text", "array", "image", "files", "score"})
  void isDataThatReadsBack(String step) {
    ArtifactDiff diff = diff(step);

    byte[] json = Json.write(diff, ArtifactDiff.class);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"format\":1", "\"@type\":\"" + diff.difference().getClass().getSimpleName());
    assertThat(Json.read(json, ArtifactDiff.class)).isEqualTo(diff);
  }

  @Test
  void comparesWholeRuns() {
    var queries = project.workspace().metadata().queries();
    PipelineRun first = queries.run(base.result().id()).orElseThrow();
    PipelineRun second = queries.run(other.result().id()).orElseThrow();

    var diff = new RunDiffs(queries, diffs::between).between(first, second);
    var same = new RunDiffs(queries, diffs::between).between(first, first);

    assertThat(diff.artifacts()).hasSize(11);
    assertThat(diff.sameArtifacts()).isZero();
    assertThat(diff.code()).isEmpty();
    assertThat(diff.graph()).anySatisfy(node -> {
      assertThat(node.node()).isEqualTo("score");
      assertThat(node.parts()).hasSize(1);
    });
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.sameArtifacts()).isEqualTo(11);
  }

  private static ArtifactDiff diff(String step) {
    return diffs.between(version(base, step), version(other, step));
  }

  private static ArtifactVersion version(Ran ran, String step) {
    return ran.version(step, "result");
  }
}
