package dev.treadle.api.data;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is to be said of a column's cells. NaN counts as a cell, but takes no part in {@code min}, {@code max} and {@code
 * mean}.
 *
 * @param count the cells, nulls included
 * @param nulls the cells that are null
 * @param min the least cell; empty when there is none
 * @param max the greatest cell; empty when there is none
 * @param mean of numbers; empty for other types and when there is none
 * @param distinct the number of different cells that are not null; empty above {@value #MAX_DISTINCT}
 * @since 0.1
 */
public record ColumnStatistics(
    int count,
    int nulls,
    Optional<Object> min,
    Optional<Object> max,
    OptionalDouble mean,
    OptionalInt distinct) {

  /** Up to how many different cells are counted. */
  public static final int MAX_DISTINCT = 1_000;

  static ColumnStatistics of(Column column) {
    int nulls = 0;
    int numbers = 0;
    double mean = 0;
    Object min = null;
    Object max = null;
    var distinct = new HashSet<Object>();
    for (var value : column.values()) {
      if (value == null) {
        nulls++;
        continue;
      }
      if (distinct.size() <= MAX_DISTINCT) {
        distinct.add(value);
      }
      if (value instanceof Double number && number.isNaN()) {
        continue;
      }
      if (value instanceof Number number) {
        numbers++;
        // One pass, and no sum that could overflow.
        mean += (number.doubleValue() - mean) / numbers;
      }
      min = min == null || ORDER.compare(value, min) < 0 ? value : min;
      max = max == null || ORDER.compare(value, max) > 0 ? value : max;
    }
    return new ColumnStatistics(
        column.values().size(),
        nulls,
        Optional.ofNullable(min),
        Optional.ofNullable(max),
        numbers == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean),
        distinct.size() > MAX_DISTINCT ? OptionalInt.empty() : OptionalInt.of(distinct.size()));
  }

  /** The cells of a column are all of one class, and the class of every type is comparable. */
  @SuppressWarnings("unchecked")
  private static final Comparator<Object> ORDER = (a, b) -> ((Comparable<Object>) a).compareTo(b);
}
