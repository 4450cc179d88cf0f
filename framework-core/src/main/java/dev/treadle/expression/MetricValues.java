package dev.treadle.expression;

import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import java.util.Map;
import java.util.TreeSet;

/** The numbers behind the names. */
record MetricValues(String condition, Map<String, Double> metrics, Map<String, Double> base) {

  double of(Metric metric) {
    var known = metric.isOfBase() ? base : metrics;
    var value = known.get(metric.name());
    if (value == null) {
      throw missing(metric, known);
    }
    return value;
  }

  private TreadleException missing(Metric metric, Map<String, Double> known) {
    var whose = metric.isOfBase() ? "the run to compare with" : "the run";
    var near = NearNames.of(metric.name(), known.keySet())
        .map(name -> "\ndid you mean: " + quoted(name))
        .orElse("");
    var names = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known.keySet()));
    return ConditionParser.problem(
        condition,
        metric.column(),
        "%s has no metric '%s'%nlooked in %s%s".formatted(whose, metric.name(), names, near));
  }

  private static String quoted(String name) {
    return Token.isPlainName(name) ? name : '"' + name + '"';
  }
}
