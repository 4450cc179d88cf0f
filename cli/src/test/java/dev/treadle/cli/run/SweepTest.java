package dev.treadle.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SweepTest {

  @Test
  void crossesParametersWithTheLastChangingFastest() {
    assertThat(Sweep.parse("lr=0.01,0.1 x depth=3..5").settings())
        .containsExactly(
            Map.of("lr", "0.01", "depth", "3"),
            Map.of("lr", "0.01", "depth", "4"),
            Map.of("lr", "0.01", "depth", "5"),
            Map.of("lr", "0.1", "depth", "3"),
            Map.of("lr", "0.1", "depth", "4"),
            Map.of("lr", "0.1", "depth", "5"));
  }

  @Test
  void takesEachValueOnce() {
    assertThat(Sweep.parse("depth=1..3,2,7,-1..0").axes())
        .isEqualTo(Map.of("depth", List.of("1", "2", "3", "7", "-1", "0")));
  }

  @Test
  void leavesValuesAloneThatAreNoRanges() {
    assertThat(Sweep.parse("from=2026-01-01..2026-02-01 × path=a=b").axes())
        .isEqualTo(Map.of("from", List.of("2026-01-01..2026-02-01"), "path", List.of("a=b")));
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatThrownBy(() -> Sweep.parse("lr x depth=5..3 x depth=1")).hasMessage("""
            --sweep was not understood: 'lr' is no parameter with values
            '5..3' goes down; ranges go up
            'depth' is there twice
            fix: write parameters with their values, as in 'lr=0.01,0.1 x depth=3..9'""");
  }

  @Test
  void refusesMoreRunsThanAnybodyMeans() {
    assertThatThrownBy(() -> Sweep.parse("seed=1..9000000000000000 x depth=1..2"))
        .hasMessageContaining("more than 1000 runs");
    assertThat(Sweep.parse("seed=1..500 x depth=1..2").settings()).hasSize(1000);
  }
}
