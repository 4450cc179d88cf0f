package dev.treadle.expression;

import java.util.stream.Stream;

/** A part of a condition that holds or does not. */
sealed interface Truth extends Node {

  Decision test(MetricValues values);

  record Comparison(Comparator operator, Amount left, Amount right) implements Truth {

    @Override
    public Decision test(MetricValues values) {
      double a = left.value(values);
      double b = right.value(values);
      return Double.isNaN(a) || Double.isNaN(b)
          ? Decision.UNDECIDED
          : Decision.of(operator.holds(a, b));
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.concat(left.metrics(), right.metrics());
    }

    @Override
    public String explained(MetricValues values) {
      return left.explained(values) + " " + operator.sign() + " " + right.explained(values);
    }
  }

  record Both(Truth left, Truth right) implements Truth {

    @Override
    public Decision test(MetricValues values) {
      return left.test(values).and(right.test(values));
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.concat(left.metrics(), right.metrics());
    }

    @Override
    public String explained(MetricValues values) {
      return left.explained(values) + " and " + right.explained(values);
    }
  }

  record Either(Truth left, Truth right) implements Truth {

    @Override
    public Decision test(MetricValues values) {
      return left.test(values).or(right.test(values));
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.concat(left.metrics(), right.metrics());
    }

    @Override
    public String explained(MetricValues values) {
      return "(" + left.explained(values) + " or " + right.explained(values) + ")";
    }
  }

  record Not(Truth negated) implements Truth {

    @Override
    public Decision test(MetricValues values) {
      return negated.test(values).negated();
    }

    @Override
    public Stream<Metric> metrics() {
      return negated.metrics();
    }

    @Override
    public String explained(MetricValues values) {
      return "not (" + negated.explained(values) + ")";
    }
  }
}
