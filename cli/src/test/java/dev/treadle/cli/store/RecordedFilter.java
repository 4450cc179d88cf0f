package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterField;
import dev.treadle.query.FilterValue;
import dev.treadle.query.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The few conditions that tests of commands ask for; the store's contract tests the others. */
final class RecordedFilter {
  private RecordedFilter() {}

  static boolean fits(Filter filter, PipelineRun run) {
    return fits(
        filter,
        comparison -> equal(
            comparison,
            Map.of(
                FilterField.STATUS, run.status().name(),
                FilterField.PIPELINE, run.pipeline(),
                FilterField.TAG, run.tags().getOrDefault(comparison.key(), ""))),
        run.pipeline());
  }

  static boolean fits(Filter filter, ArtifactVersion version) {
    return fits(
        filter,
        comparison -> equal(comparison, Map.of(FilterField.STEP, String.valueOf(version.step()))),
        version.artifact());
  }

  private static boolean fits(Filter filter, Predicate<Filter.Comparison> compare, String name) {
    if (filter instanceof Filter.And and) {
      return and.terms().stream().allMatch(term -> fits(term, compare, name));
    }
    if (filter instanceof Filter.Or or) {
      return or.terms().stream().anyMatch(term -> fits(term, compare, name));
    }
    if (filter instanceof Filter.Not not) {
      return !fits(not.term(), compare, name);
    }
    if (filter instanceof Filter.NameContains contains) {
      return name.toLowerCase(Locale.ROOT).contains(contains.text().toLowerCase(Locale.ROOT));
    }
    return compare.test((Filter.Comparison) filter);
  }

  private static boolean equal(Filter.Comparison asked, Map<FilterField, String> values) {
    if (asked.operator() != Operator.EQUAL || !values.containsKey(asked.field())) {
      throw new UnsupportedOperationException(List.of(asked).toString());
    }
    return asked.value() instanceof FilterValue.Text text
        && text.text().equals(values.get(asked.field()));
  }
}
