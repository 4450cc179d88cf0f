package dev.treadle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineNamesTest {

  static final class ChurnPipeline {}

  static final class CreditRisk {}

  static final class HTTPInputPipeline {}

  static final class Pipeline {}

  static final class IrisV2Pipeline {}

  @Test
  void areTheClassWithoutPipelineInKebabCase() {
    assertThat(PipelineNames.of(ChurnPipeline.class)).isEqualTo("churn");
    assertThat(PipelineNames.of(CreditRisk.class)).isEqualTo("credit-risk");
    assertThat(PipelineNames.of(HTTPInputPipeline.class)).isEqualTo("http-input");
    assertThat(PipelineNames.of(Pipeline.class)).isEqualTo("pipeline");
    assertThat(PipelineNames.of(IrisV2Pipeline.class)).isEqualTo("iris-v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list", "show", "logs", "compare", "explain", "diff", "resume", "rerun", "spin", "cancel",
        "wait", "export", "reproduce", "refresh", "mirror", "tag", "untag", "note", "delete",
            "watch"
      })
  void keepTheVerbsOfTheTool(String verb) {
    assertThat(PipelineNames.isReserved(verb)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A1", "a.b-c_d"})
  void allowLettersDigitsAndThreeSigns(String name) {
    assertThat(PipelineNames.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "-a", "a/b", "..", "a b", "a\n", "a\u0000", "größe", "ı", "😀"})
  void refuseEverythingElse(String name) {
    assertThat(PipelineNames.isValid(name)).isFalse();
  }

  @Test
  void endAtAHundredCharacters() {
    assertThat(PipelineNames.isValid("a".repeat(100))).isTrue();
    assertThat(PipelineNames.isValid("a".repeat(101))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../b", "/a", "a//b", "a/", "a/.b"})
  void keepArtifactNamesFromBeingPaths(String name) {
    assertThat(PipelineNames.isPublishable(name)).isFalse();
    assertThat(PipelineNames.isPublishable("team/churn/model.v2")).isTrue();
  }
}
