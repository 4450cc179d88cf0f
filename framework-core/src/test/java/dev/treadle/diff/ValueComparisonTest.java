package dev.treadle.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.api.diff.ValueChange;
import dev.treadle.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueComparisonTest {

  @Test
  void namesThePathsThatDiffer() {
    var difference = ValueComparison.between(
        json("{\"depth\":4,\"a b\":1,\"name\":\"x\",\"tree\":{\"leaf\":[1,2]},\"gone\":true}"),
        json(
            "{\"depth\":5,\"a b\":2,\"name\":\"y\",\"tree\":{\"leaf\":[1,3,4]},\"new\":{\"p\":1}}"));

    assertThat(difference.shown())
        .extracting(ValueChange::summary)
        .containsExactly(
            "depth 4 → 5 (+25 %)",
            "[\"a b\"] 1 → 2 (+100 %)",
            "name \"x\" → \"y\"",
            "tree.leaf[1] 2 → 3 (+50 %)",
            "tree.leaf[2] added, 4",
            "gone removed, was true",
            "new added, {…1}");
    assertThat(difference.changes()).isEqualTo(7);
  }

  @Test
  void takesNumbersByTheirValue() {
    assertThat(ValueComparison.between(List.of(1, Double.NaN, -0.0), List.of(1.0, Double.NaN, 0))
            .isEmpty())
        .isTrue();
    assertThat(ValueComparison.between(9007199254740993L, 9007199254740992L).isEmpty())
        .isFalse();
    assertThat(ValueComparison.between(0, 5).shown().get(0).relative()).isNull();
    assertThat(ValueComparison.between(-4, 4).shown().get(0).relative()).isEqualTo(2.0);
  }

  @Test
  void measuresArraysOfNumbers() {
    var before = IntStream.range(0, 100).asDoubleStream().toArray();
    var after = before.clone();
    after[10] = 12;
    after[20] = Double.NaN;

    var difference = ValueComparison.between(Map.of("w", before), Map.of("w", after));

    assertThat(difference.shown()).singleElement().satisfies(change -> {
      assertThat(change.path()).isEqualTo("w");
      assertThat(change.array().compared()).isEqualTo(100);
      assertThat(change.array().equal()).isEqualTo(98);
      assertThat(change.array().maxAbsolute()).isEqualTo(2);
      assertThat(change.array().maxRelative()).isEqualTo(2.0 / 12, within(1e-12));
      assertThat(change.summary()).isEqualTo("w 2 of 100 elements differ, by 2.00 or 17 % at most");
    });
  }

  @Test
  void tellsMatricesOfOtherShape() {
    var difference = ValueComparison.between(new double[3][4], new double[3][5]);

    assertThat(difference.shown().get(0).array().summary()).isEqualTo("shape 3×4 → 3×5");
  }

  @Test
  void endsWhereAValueHoldsItself() {
    var base = new HashMap<String, Object>();
    base.put("self", base);
    var same = new HashMap<String, Object>();
    same.put("self", same);
    var other = new HashMap<String, Object>();
    other.put("self", new HashMap<>(Map.of("self", other)));

    assertThat(ValueComparison.between(base, same).isEmpty()).isTrue();
    assertThat(ValueComparison.between(base, other).isEmpty()).isFalse();
  }

  @Test
  void countsAllChangesAndKeepsTheFirst() {
    var before = IntStream.range(0, 5_000).mapToObj(i -> "a" + i).toList();
    var after = IntStream.range(0, 5_000).mapToObj(i -> "b" + i).toList();

    var difference = ValueComparison.between(before, after);

    assertThat(difference.changes()).isEqualTo(5_000);
    assertThat(difference.shown()).hasSize(ValueComparison.MOST_SHOWN);
  }

  private static Object json(String text) {
    return Json.read(text, Object.class);
  }
}
