package dev.treadle.expression;

import java.util.stream.Stream;

/** A part of a condition that is a number. */
sealed interface Amount extends Node permits Amount.Literal, Amount.Sum, Amount.Negated, Metric {

  double value(MetricValues values);

  record Literal(double number, String text) implements Amount {

    @Override
    public double value(MetricValues values) {
      return number;
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.empty();
    }

    @Override
    public String explained(MetricValues values) {
      return text;
    }
  }

  /** Two amounts joined by one of {@code + - * /}. */
  record Sum(char operator, Amount left, Amount right) implements Amount {

    @Override
    public double value(MetricValues values) {
      double a = left.value(values);
      double b = right.value(values);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.concat(left.metrics(), right.metrics());
    }

    @Override
    public String explained(MetricValues values) {
      return grouped(left, values) + " " + operator + " " + grouped(right, values);
    }

    private static String grouped(Amount part, MetricValues values) {
      return part instanceof Sum ? "(" + part.explained(values) + ")" : part.explained(values);
    }
  }

  record Negated(Amount amount) implements Amount {

    @Override
    public double value(MetricValues values) {
      return -amount.value(values);
    }

    @Override
    public Stream<Metric> metrics() {
      return amount.metrics();
    }

    @Override
    public String explained(MetricValues values) {
      return "-"
          + (amount instanceof Sum
              ? "(" + amount.explained(values) + ")"
              : amount.explained(values));
    }
  }
}
