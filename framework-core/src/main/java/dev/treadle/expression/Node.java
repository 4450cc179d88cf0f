package dev.treadle.expression;

import java.util.stream.Stream;

/** A part of a condition. */
sealed interface Node permits Truth, Amount {

  /** The metrics that it names. */
  Stream<Metric> metrics();

  /** As text, with values beside the names. */
  String explained(MetricValues values);
}
