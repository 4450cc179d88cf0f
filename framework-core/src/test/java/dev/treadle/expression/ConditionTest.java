package dev.treadle.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final Map<String, Double> NOW =
      Map.of("accuracy", 0.95, "train-ms", 1480.0, "evaluate.loss", 0.5, "odd", Double.NaN);
  private static final Map<String, Double> BASE = Map.of("accuracy", 0.97, "train-ms", 1000.0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accuracy < 0.96                               | true",
        "accuracy<0.95                                 | false",
        "accuracy <= 0.95                              | true",
        "accuracy == 0.95                              | true",
        "accuracy = 0.95 and not accuracy != 0.95      | true",
        "accuracy < base - 0.01                        | true",
        "accuracy < base - 0.03                        | false",
        "base > accuracy                               | true",
        "\"train-ms\" > base.\"train-ms\" * 1.4        | true",
        "\"train-ms\" > 1.5 * base                     | false",
        "evaluate.loss >= 5e-1                         | true",
        "1 + 2 * 3 = 7                                 | true",
        "(1 + 2) * 3 = 9                               | true",
        "10 - 4 - 3 = 3                                | true",
        "-accuracy < -0.9                              | true",
        "accuracy > 1 or accuracy > 0 and accuracy > 1 | false",
        "(accuracy > 0 or accuracy > 1) and 1 < 2      | true",
        "not (accuracy > 1)                            | true",
        "odd > 3                                       | true",
        "not (odd > 3)                                 | true",
        "odd > 3 and 1 > 2                             | false"
      })
  void holdsOrDoesNot(String condition, boolean met) {
    assertThat(Condition.parse(condition).test(NOW, BASE).isMet()).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accuracy < < 3      | 12 | expected a metric or a number, found '<'",
        "accuracy            | 1  | expected a comparison, such as accuracy < 0.9, and found a number",
        "accuracy < 1 < 2    | 14 | two comparisons need an and between them",
        "accuracy < 1 loss   | 14 | expected and, or or the end, found 'loss'",
        "(accuracy < 1       | 14 | expected ')', found the end",
        "\"accuracy < 1      | 1  | a quote is not closed",
        "accuracy < 1 ; drop | 14 | ';' has no meaning here",
        "base < 1            | 1  | 'base' alone needs a metric",
        "a + b < base        | 9  | 'base' may be one of several metrics here; write base.NAME",
        "1 + (a < 2) < 3     | 3  | expected a number and found a comparison",
        "not a               | 1  | expected a comparison",
        "and                 | 1  | expected a metric or a number, found 'and'"
      })
  void saysWhereItCannotBeUnderstood(String condition, int column, String what) {
    assertThatThrownBy(() -> Condition.parse(condition))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.RUN_CONDITION))
        .hasMessageStartingWith("Cannot check '%s', column %d: ".formatted(condition, column))
        .hasMessageContaining(what);
  }

  @Test
  void namesTheMetricThatWasProbablyMeant() {
    assertThatThrownBy(() -> Condition.parse("1 < acuracy").test(NOW, BASE)).hasMessage("""
            Cannot check '1 < acuracy', column 5: the run has no metric 'acuracy'
            looked in accuracy, evaluate.loss, odd, train-ms
            did you mean: accuracy""");
    assertThatThrownBy(() -> Condition.parse("\"train-m\" > base").test(NOW, BASE))
        .hasMessageContaining("did you mean: \"train-ms\"");
    assertThatThrownBy(() -> Condition.parse("evaluate.loss > base").test(NOW, BASE))
        .hasMessageContaining("the run to compare with has no metric 'evaluate.loss'");
  }

  @Test
  void explainsWithTheValues() {
    var outcome =
        Condition.parse("accuracy < base - (0.01 + 0) or \"train-ms\" > 2000").test(NOW, BASE);

    assertThat(outcome.explanation())
        .isEqualTo("(accuracy 0.95 < base.accuracy 0.97 - (0.01 + 0) or train-ms 1480.0 > 2000)");
  }

  @Test
  void knowsWhetherItNeedsARunToCompareWith() {
    assertThat(Condition.parse("accuracy < base").usesBase()).isTrue();
    assertThat(Condition.parse("not (1 > base.loss)").usesBase()).isTrue();
    assertThat(Condition.parse("accuracy < 1").usesBase()).isFalse();
  }

  @Test
  void refusesToNestWithoutEnd() {
    assertThatThrownBy(() -> Condition.parse("(".repeat(100_000)))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("nests deeper");
  }
}
