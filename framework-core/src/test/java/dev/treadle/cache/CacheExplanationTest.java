package dev.treadle.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CacheExplanationTest {

  @Test
  void namesTheParameterThatDiffersFromTheNearestRun() {
    var current =
        run(42, Map.of(), key -> key.version("1").param("depth", "5").param("rate", "0.1"));
    var near = run(41, Map.of(), key -> key.version("1").param("depth", "4").param("rate", "0.1"));
    var far = run(40, Map.of(), key -> key.version("2").param("depth", "3").param("rate", "0.1"));

    var explanation = CacheExplanation.of(current, List.of(near, far));

    assertThat(explanation.text()).isEqualTo("param depth: 4 → 5");
    assertThat(explanation.comparison()).contains("nearest: run #41, 1 of 4 key parts differs");
    assertThat(explanation.reasons())
        .containsExactly(new CacheReason(
            CacheReason.Kind.CHANGED, "param depth", "4", "5", "param depth: 4 → 5"));
  }

  @Test
  void prefersFewerDifferencesToANewerRun() {
    var current = run(42, Map.of(), key -> key.version("2").param("depth", "5"));
    var newer = run(41, Map.of(), key -> key.version("1").param("depth", "4"));
    var older = run(30, Map.of(), key -> key.version("1").param("depth", "5"));

    var explanation = CacheExplanation.of(current, List.of(newer, older));

    assertThat(explanation.text()).isEqualTo("version: 1 → 2");
    assertThat(explanation.nearest()).isEqualTo("run #30");
  }

  @Test
  void prefersTheNewestOfEquallyNearRuns() {
    var current = run(42, Map.of(), key -> key.param("depth", "5"));

    var explanation = CacheExplanation.of(
        current,
        List.of(
            run(41, Map.of(), key -> key.param("depth", "4")),
            run(40, Map.of(), key -> key.param("depth", "3"))));

    assertThat(explanation.nearest()).isEqualTo("run #41");
  }

  @Test
  void showsInputsByTheirVersions() {
    var before = run(
        41,
        Map.of("model", "credit-model@6"),
        key -> key.input("model", "sha256:0123456789abcdef"));
    var after = run(
        42,
        Map.of("model", "credit-model@7"),
        key -> key.input("model", "sha256:fedcba9876543210"));
    var unnamed = run(43, Map.of(), key -> key.input("model", "sha256:aaaaaaaaaaaaaaaa"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo("input model: credit-model@6 → credit-model@7");
    assertThat(CacheExplanation.of(unnamed, List.of(after)).text())
        .isEqualTo("input model: credit-model@7 → aaaaaaaa…");
  }

  @Test
  void namesTheMethodThatChanged() {
    var before = code(Map.of("credit.PenguinSteps#train", "1", "credit.PenguinSteps#scale", "1"));
    var after = code(Map.of("credit.PenguinSteps#train", "1", "credit.PenguinSteps#scale", "2"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo("code: PenguinSteps.scale changed");
  }

  @Test
  void namesALibraryByItsVersions() {
    var before = code(Map.of("jar tribuo-core-4.3.1.jar", "1", "p.Steps#train", "1"));
    var after = code(Map.of("jar tribuo-core-4.3.2.jar", "2", "p.Steps#train", "1"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo("code: tribuo-core-4.3.1.jar → tribuo-core-4.3.2.jar");
  }

  @Test
  void namesAFewOfManyChangesWithEditsFirst() {
    var before =
        code(Map.of("p.A$In#<init>", "1", "p.A#<clinit>", "1", "p.A", "1", "jar b-1.jar", "1"));
    var after = code(Map.of("p.A$In#<init>", "2", "p.A#<clinit>", "2", "p.A", "2", "p.C#m", "1"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo(
            "code: A changed, static initialiser of A changed, constructor of A.In changed and 2 more");
  }

  @Test
  void tellsPartsThatCameAndWent() {
    var before = run(1, Map.of(), key -> key.param("a", "1"));
    var after = run(2, Map.of(), key -> key.environment("LANG", "C"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo("param a: removed, was 1; env LANG: added, C");
  }

  @Test
  void shortensLongLiterals() {
    var before = run(1, Map.of(), key -> key.param("text", "\"" + "😀".repeat(60) + "\""));
    var after = run(2, Map.of(), key -> key.param("text", "1"));

    assertThat(CacheExplanation.of(after, List.of(before)).text())
        .isEqualTo("param text: \"" + "😀".repeat(38) + "… → 1");
  }

  @Test
  void namesTheRunOfAnEqualKeyWhoseResultIsGone() {
    var before = run(36, Map.of(), key -> key.param("a", "1"));
    var after = run(42, Map.of(), key -> key.param("a", "1"));

    var explanation = CacheExplanation.of(after, List.of(before));

    assertThat(explanation.text())
        .isEqualTo("run #36 had the same key and left no result, or it was deleted");
    assertThat(explanation.comparison()).isEmpty();
  }

  @Test
  void tellsReasonsThatAreNotInTheKey() {
    assertThat(CacheExplanation.of(run(1, Map.of(), key -> key), List.of()).text())
        .isEqualTo("first run of this step");
    assertThat(CacheExplanation.cachingOff("@Step(cache = Caching.OFF)").text())
        .isEqualTo("caching is off: @Step(cache = Caching.OFF)");
    assertThat(
            CacheExplanation.bytesUnusable("model@7 (weights.bin is missing)").text())
        .isEqualTo("stored bytes are missing or damaged: model@7 (weights.bin is missing)");
    assertThat(CacheExplanation.codeUnavailable(new Fingerprint.Unavailable("no class file"))
            .text())
        .isEqualTo("the code cannot be read and no version is declared: no class file");
  }

  private static StepKey code(Map<String, String> parts) {
    return run(1, Map.of(), key -> key.code(new Fingerprint.Known(parts.toString(), parts)));
  }

  private static StepKey run(
      int number, Map<String, String> labels, UnaryOperator<CacheKey.Builder> parts) {
    return new StepKey(
        "run #" + number, parts.apply(CacheKey.of("p.Steps", "train", "()V")).build(), labels);
  }
}
