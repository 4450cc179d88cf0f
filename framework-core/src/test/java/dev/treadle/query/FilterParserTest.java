package dev.treadle.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.query.Filter.Comparison;
import dev.treadle.query.Filter.NameContains;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Filter FAILED = compare(FilterField.STATUS, "", Operator.EQUAL, "FAILED");
  private static final Filter CHURN = compare(FilterField.PIPELINE, "", Operator.EQUAL, "churn");
  private static final Filter BY_ANA = compare(FilterField.BY, "", Operator.EQUAL, "ana");

  @Test
  void anEmptyFilterFitsEverything() {
    assertThat(runs("  ")).isEqualTo(Filter.all());
  }

  @Test
  void termsSideBySideMustAllHold() {
    Filter all = new Filter.And(List.of(FAILED, CHURN, BY_ANA));

    assertThat(runs("status=failed pipeline=churn by=ana")).isEqualTo(all);
    assertThat(runs("status = FAILED and pipeline=churn and by=\"ana\"")).isEqualTo(all);
  }

  @Test
  void andBindsStrongerThanOrAndNotStrongest() {
    assertThat(runs("not status=failed pipeline=churn or by=ana"))
        .isEqualTo(
            new Filter.Or(List.of(new Filter.And(List.of(new Filter.Not(FAILED), CHURN)), BY_ANA)));
    assertThat(runs("status=failed (pipeline=churn or by=ana)"))
        .isEqualTo(new Filter.And(List.of(FAILED, new Filter.Or(List.of(CHURN, BY_ANA)))));
  }

  @Test
  void aWordAloneSearchesNames() {
    assertThat(runs("churn")).isEqualTo(new NameContains("churn"));
    assertThat(runs("\"and more\" in"))
        .isEqualTo(new Filter.And(List.of(new NameContains("and more"), new NameContains("in"))));
  }

  @Test
  void unequalAndInAreMadeOfEqual() {
    assertThat(runs("status!=failed")).isEqualTo(new Filter.Not(FAILED));
    assertThat(runs("pipeline in (churn, \"a b\")"))
        .isEqualTo(new Filter.Or(
            List.of(CHURN, compare(FilterField.PIPELINE, "", Operator.EQUAL, "a b"))));
    assertThat(runs("status not in (failed)")).isEqualTo(new Filter.Not(FAILED));
  }

  @Test
  void keysKeepTheirCaseAndDots() {
    assertThat(runs("param.Model.Depth>=4"))
        .isEqualTo(new Comparison(
            FilterField.PARAM,
            "Model.Depth",
            Operator.GREATER_OR_EQUAL,
            new FilterValue.Text("4", Optional.of(4.0))));
    assertThat(runs("tag.team=\"4\""))
        .isEqualTo(new Comparison(
            FilterField.TAG, "team", Operator.EQUAL, new FilterValue.Text("4", Optional.empty())));
    assertThat(runs("metric.auc<-1e-3"))
        .isEqualTo(new Comparison(
            FilterField.METRIC, "auc", Operator.LESS, new FilterValue.Quantity(-0.001)));
  }

  @Test
  void timesAreAgoOrDaysOrMoments() {
    assertThat(runs("started>7d")).isEqualTo(started(NOW.minusSeconds(7 * 86_400), 0));
    assertThat(runs("started>2026-11-01"))
        .isEqualTo(started(Instant.parse("2026-11-01T00:00:00Z"), 86_400_000));
    assertThat(runs("started>2026-11-01T10:00:00Z"))
        .isEqualTo(started(Instant.parse("2026-11-01T10:00:00Z"), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "took>90s, 90000",
    "took>1.5h, 5400000",
    "took>300ms, 300",
    "took>2min, 120000",
    "took>1w, 604800000"
  })
  void durationsAreMilliseconds(String filter, double millis) {
    assertThat(runs(filter))
        .isEqualTo(new Comparison(
            FilterField.TOOK, "", Operator.GREATER, new FilterValue.Quantity(millis)));
  }

  @ParameterizedTest
  @CsvSource({"size>4096, 4096", "size>10kB, 10000", "size>1.5MB, 1500000", "size>1KiB, 1024"})
  void sizesAreBytes(String filter, double bytes) {
    assertThat(FilterParser.parse(filter, FilterTarget.ARTIFACTS, NOW))
        .isEqualTo(new Comparison(
            FilterField.SIZE, "", Operator.GREATER, new FilterValue.Quantity(bytes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "statsu=failed               | 1  | runs have no field 'statsu'            | did you mean: status",
        "by=ana status=faild         | 15 | there is no status 'faild'             | did you mean: failed",
        "type=Table                  | 1  | runs have no field 'type'              | looked in status,",
        "status<failed               | 7  | '<' cannot be asked of status          | only: = != in",
        "started>yesterday           | 9  | 'yesterday' is no value of started     | 7d (ago)",
        "took>7                      | 6  | '7' is no value of took                | 90s 5m",
        "param.lr>big                | 10 | 'big' is no number, which > needs      | param.K",
        "param=1                     | 1  | 'param' needs a key                    | param.NAME",
        "tag.=1                      | 1  | 'tag.' needs a key                     | tag.NAME",
        "status.x=failed             | 1  | runs have no field 'status.x'          | ^",
        "(by=ana                     | 8  | ')' is missing                         | ^",
        "by=ana)                     | 7  | ')' does not belong here               | ^",
        "by=                         | 4  | a value is missing                     | ^",
        "by in ()                    | 8  | a value is missing                     | ^",
        "by=ana and                  | 11 | a condition is missing at the end      | ^",
        "or by=ana                   | 1  | a condition is missing before 'or'     | ^",
        "=ana                        | 1  | a condition is missing before '='      | ^",
        "by!ana                      | 3  | '!' is no operator                     | ^",
        "by=\"ana                    | 4  | the quotation mark has no end          | ^"
      })
  void aMistakeIsShownWhereItIs(String filter, int column, String what, String more) {
    assertThatThrownBy(() -> runs(filter))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.FILTER_INVALID))
        .hasMessageStartingWith("The filter has a mistake in column " + column + ": " + what)
        .hasMessageContaining("\n| " + filter + "\n| " + " ".repeat(column - 1) + "^")
        .hasMessageContaining(more);
  }

  @Test
  void endlessNestingIsRefusedAndManyTermsAreNot() {
    assertThatThrownBy(() -> runs("(".repeat(5_000) + "x"))
        .hasMessageContaining("nested too deeply");
    assertThat(runs("x ".repeat(5_000))).isInstanceOf(Filter.And.class);
  }

  private static Filter runs(String text) {
    return FilterParser.parse(text, FilterTarget.RUNS, NOW);
  }

  private static Filter compare(FilterField field, String key, Operator operator, String text) {
    return new Comparison(field, key, operator, new FilterValue.Text(text, Optional.empty()));
  }

  /** Later than what begins there; a moment is a millisecond long. */
  private static Filter started(Instant from, long millis) {
    return new Comparison(
        FilterField.STARTED,
        "",
        Operator.GREATER,
        new FilterValue.Time(from, from.plusMillis(Math.max(1, millis))));
  }
}
