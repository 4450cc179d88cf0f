package dev.treadle.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactReferencesTest {
  private final ArtifactReferences references = new ArtifactReferences(new SampleStore().queries());

  @ParameterizedTest
  @CsvSource({
    "penguins/train, penguins/train@2",
    "penguins/train@1, penguins/train@1",
    "evaluate@latest, penguins/evaluate@2",
    "load, penguins/load@1",
    "run:2/load, penguins/load@1",
    "penguins/train@champion, penguins/train@1",
    "run:1/train/result, penguins/train@1",
    "run:@latest:completed/train, penguins/train@2",
    "sha256:5e0f0001, penguins/train@1",
    "sha256:5E0F0001, penguins/train@1"
  })
  void findsAVersion(String reference, String label) {
    assertThat(references.resolve(reference).label()).isEqualTo(label);
  }

  @Test
  void listsTheCandidatesOfAnAmbiguousTail() {
    assertThatThrownBy(() -> references.resolve("train@1"))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_AMBIGUOUS))
        .hasMessage("'train' fits 2 artifacts\npenguins/train\nflights/train");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sha256:ab12cd     | sha256:ab12cd is too short a digest: give 8 digits or more",
        "sha256:00000000   | No artifact version has the digest sha256:00000000",
        "penguins/train@9  | There is no penguins/train@9; the newest is penguins/train@2",
        "penguins/train@champoin | No version of 'penguins/train' has the alias 'champoin'",
        "penguins/trian    | There is no artifact 'penguins/trian'",
        "run:1/train/model | Step train of run 1 has no output 'model', only: result"
      })
  void saysWhyThereIsNoSuchVersion(String reference, String message) {
    assertThatThrownBy(() -> references.resolve(reference))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_NOT_FOUND))
        .hasMessageStartingWith(message);
  }

  @Test
  void suggestsANearName() {
    assertThatThrownBy(() -> references.resolve("penguins/trian"))
        .hasMessageContaining("did you mean: penguins/train");
    assertThatThrownBy(() -> references.resolve("penguins/train@champoin"))
        .hasMessageContaining("did you mean: champion");
  }
}
