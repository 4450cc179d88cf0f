package dev.treadle.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treadle.api.Param;
import dev.treadle.api.data.FileRef;
import dev.treadle.api.data.Secret;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterBinderTest {

  enum Loss {
    SQUARED,
    LOGISTIC
  }

  record CreditParams(
      @Param(defaultValue = "4", description = "Depth of a tree")
      int depth,

      @Param(defaultValue = "0.3") double eta) {}

  record Inner(int size, @Param(defaultValue = "x") String label) {}

  record Everything(
      boolean flag,
      long number,
      float small,
      BigDecimal exact,
      String text,
      Loss loss,
      LocalDate day,
      Duration limit,
      Path path,
      FileRef file,
      List<Integer> sizes,
      Map<String, Double> weights,
      Inner inner,
      Optional<String> note,
      Secret key,
      double[] rates) {}

  record Country(String country, String version) {}

  record Checked(int depth) {
    Checked {
      if (depth < 1) {
        throw new IllegalArgumentException("depth must be >= 1, was " + depth);
      }
    }
  }

  private final ParameterBinder<CreditParams> credit =
      new ParameterBinder<>("credit-risk", CreditParams.class);

  @Test
  void usesDefaultsWhereNothingIsGiven() {
    assertThat(credit.bind(Map.of()).record()).isEqualTo(new CreditParams(4, 0.3));
    assertThat(credit.bind(Map.of("depth", "7")).json()).isEqualTo("{\"depth\":7,\"eta\":0.3}");
  }

  @Test
  void reportsAllProblemsWithNearNamesAndExamples() {
    var error = catchThrowableOfType(
        ParameterException.class, () -> credit.bind(Map.of("dept", "3", "eta", "fast")));

    assertThat(error.code().code()).isEqualTo("PARAM-110");
    assertThat(error).hasMessage("""
            2 problems with the parameters of credit-risk
              dept   unknown; did you mean 'depth' (int, default 4)?
              eta    'fast' is not a number: -p eta=<double>, default 0.3
              see: treadle pipeline params credit-risk""");
  }

  @Test
  void bindsEveryTypeFromTheCommandLine() {
    var bound = new ParameterBinder<>("all", Everything.class)
        .bind(Map.ofEntries(
            Map.entry("flag", "true"),
            Map.entry("number", "9007199254740993"),
            Map.entry("small", "0.1"),
            Map.entry("exact", "1.10"),
            Map.entry("text", "no"),
            Map.entry("loss", "LOGISTIC"),
            Map.entry("day", "2026-02-28"),
            Map.entry("limit", "PT90S"),
            Map.entry("path", "data/in.csv"),
            Map.entry("file", "model.bin"),
            Map.entry("sizes", "1, 2,3"),
            Map.entry("weights", "{\"a\":0.5}"),
            Map.entry("inner.size", "5"),
            Map.entry("key", "env:API_KEY"),
            Map.entry("rates", "[0.1, 2]")))
        .record();

    assertThat(bound)
        .usingRecursiveComparison()
        .isEqualTo(new Everything(
            true,
            9007199254740993L,
            0.1f,
            new BigDecimal("1.10"),
            "no",
            Loss.LOGISTIC,
            LocalDate.of(2026, 2, 28),
            Duration.ofSeconds(90),
            Path.of("data/in.csv"),
            FileRef.of("model.bin"),
            List.of(1, 2, 3),
            Map.of("a", 0.5),
            new Inner(5, "x"),
            Optional.empty(),
            Secret.fromEnvironment("API_KEY"),
            new double[] {0.1, 2}));
  }

  @Test
  void listsAllThatIsMissing() {
    assertThatThrownBy(() -> new ParameterBinder<>("all", Everything.class).bind(Map.of()))
        .hasMessageStartingWith("15 problems with the parameters of all\n")
        .hasMessageContaining("  loss         missing: -p loss=<SQUARED|LOGISTIC>\n")
        .hasMessageContaining("  inner.size   missing: -p inner.size=<int>\n")
        .hasMessageContaining("  weights      missing: -p weights=<Map<String, Double>>\n");
  }

  @Test
  void prefersAFlagToAFile() {
    var yaml = "depth: 6\neta: 0.5\n";

    assertThat(credit.bind(Map.of("depth", "7"), "params.yaml", yaml).record())
        .isEqualTo(new CreditParams(7, 0.5));
    assertThat(credit.bind(Map.of(), "params.json", "{\"eta\":1}").record())
        .isEqualTo(new CreditParams(4, 1));
  }

  @Test
  void namesTheLineWhereYamlReadsTextAsSomethingElse() {
    var countries = new ParameterBinder<>("flights", Country.class);

    assertThatThrownBy(
            () -> countries.bind(Map.of(), "params.yaml", "# where\ncountry: no\nversion: 1.10\n"))
        .hasMessage("""
            2 problems with the parameters of flights
              country   line 2 of params.yaml: no is read as a boolean where text is expected: write "no" in quotes
              version   line 3 of params.yaml: 1.10 is read as a number where text is expected: write "1.10" in quotes
              see: treadle pipeline params flights""");
    assertThat(countries
            .bind(Map.of(), "params.yaml", "country: \"no\"\nversion: '1.10'\n")
            .record())
        .isEqualTo(new Country("no", "1.10"));
  }

  @Test
  void refusesFilesThatAreNotPlainKeysAndValues() {
    for (var yaml : List.of(
        "a: &x 1\ndepth: *x\n",
        "depth: 1\ndepth: 2\n",
        "- 1\n",
        "depth: [1\n",
        "depth: 1\n---\ndepth: 2\n",
        "depth: " + "[".repeat(200) + "]".repeat(200),
        "depth: 1 #" + "x".repeat(1 << 20))) {
      assertThatThrownBy(() -> credit.bind(Map.of(), "params.yaml", yaml))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining("params.yaml");
    }
  }

  @Test
  void neverRepeatsTheValueOfASecret() {
    record Keys(Secret key) {}

    assertThatThrownBy(
            () -> new ParameterBinder<>("keys", Keys.class).bind(Map.of("key", "hunter2")))
        .hasMessageContaining("a secret is given as env:VARIABLE or secret:NAME")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void passesOnWhatTheRecordItselfRefuses() {
    assertThatThrownBy(
            () -> new ParameterBinder<>("deep", Checked.class).bind(Map.of("depth", "0")))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("depth must be >= 1, was 0");
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    for (var text : List.of("2147483648", "1.5", "0x10", "1_000", "", "1e2", "ten")) {
      assertThatThrownBy(() -> credit.bind(Map.of("depth", text)))
          .as(text)
          .hasMessageContaining("'" + text + "' is not a");
    }
    assertThat(credit.bind(Map.of("eta", "NaN")).record().eta()).isNaN();
  }

  @Test
  void describesAllParameters() {
    assertThat(credit.descriptions())
        .containsExactly(
            new ParameterDescription("depth", "int", Optional.of("4"), false, "Depth of a tree"),
            new ParameterDescription("eta", "double", Optional.of("0.3"), false, ""));
    assertThat(new ParameterBinder<>("all", Everything.class).descriptions())
        .extracting(ParameterDescription::name)
        .contains("inner.size", "inner.label", "note")
        .doesNotContain("inner");
  }
}
