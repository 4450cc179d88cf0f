package dev.treadle.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.Param;
import dev.treadle.metadata.RunParameter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunParametersTest {

  record Inner(@Param(defaultValue = "0.30") double eta, String kind) {}

  record Params(
      int required,
      @Param(defaultValue = "4") int depth,
      @Param(defaultValue = "a,b") List<String> names,
      Optional<String> note,
      Inner inner) {}

  @Test
  void tellsWhatDiffersFromItsDefault() {
    Params params = new Params(1, 5, List.of("a", "b"), Optional.empty(), new Inner(0.3, "tree"));

    assertThat(RunParameters.of(params))
        .containsExactlyInAnyOrder(
            new RunParameter("required", "1", 1.0, false),
            new RunParameter("depth", "5", 5.0, true),
            new RunParameter("names", "[\"a\",\"b\"]", null, false),
            new RunParameter("inner.eta", "0.3", 0.3, false),
            new RunParameter("inner.kind", "tree", null, false));
  }
}
