package dev.treadle.expression;

import java.util.stream.Stream;

/**
 * A metric by name.
 *
 * @param name empty for {@code base} alone, until the comparison around it is known
 * @param column where it is written, from 1
 */
record Metric(String name, boolean isOfBase, int column) implements Amount {

  @Override
  public double value(MetricValues values) {
    return values.of(this);
  }

  @Override
  public Stream<Metric> metrics() {
    return Stream.of(this);
  }

  @Override
  public String explained(MetricValues values) {
    return (isOfBase ? "base." : "") + name + " " + values.of(this);
  }
}
