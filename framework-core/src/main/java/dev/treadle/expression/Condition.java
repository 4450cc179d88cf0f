package dev.treadle.expression;

import dev.treadle.error.TreadleException;
import java.util.Map;

/**
 * A condition on the metrics of a run and of one to compare it with.
 *
 * <pre>
 *  condition   comparisons joined by and, or, not and parentheses; and binds more than or
 *  comparison  &lt; &lt;= &gt; &gt;= = !=  of two sums
 *  sum         numbers and metrics with + - * / and parentheses
 *  metric      loss   evaluate.accuracy   "train-ms"   base.loss   base."train-ms"   base
 * </pre>
 *
 * <p>{@code base.loss} is the metric of the run to compare with; {@code base} alone is the one of the metric that the same
 * comparison names. Names with other characters than letters, digits, {@code _}, {@code .}, {@code [} and {@code ]} go in
 * quotes. A comparison with NaN is undecided, and so may be the condition: it then counts as met, for a gate that NaN
 * slips through is none.
 */
public final class Condition {
  private final String text;
  private final Truth root;

  private Condition(String text, Truth root) {
    this.text = text;
    this.root = root;
  }

  /**
   * Reads a condition.
   *
   * @throws TreadleException RUN-208 with the column
   */
  public static Condition parse(String text) {
    return new Condition(text, new ConditionParser(text).condition());
  }

  /** Whether it says anything of a run to compare with. */
  public boolean usesBase() {
    return root.metrics().anyMatch(Metric::isOfBase);
  }

  /**
   * Whether the condition holds.
   *
   * @param metrics by name
   * @param base those of the run to compare with; empty when there is none
   * @throws TreadleException RUN-208 when a metric is not there, with near names
   */
  public Outcome test(Map<String, Double> metrics, Map<String, Double> base) {
    var values = new MetricValues(text, metrics, base);
    return new Outcome(root.test(values) != Decision.FALSE, root.explained(values));
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * What became of it.
   *
   * @param explanation the condition with the values beside the names
   */
  public record Outcome(boolean isMet, String explanation) {}
}
