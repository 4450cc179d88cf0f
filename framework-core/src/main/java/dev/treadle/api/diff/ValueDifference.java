package dev.treadle.api.diff;

import java.util.List;
import java.util.Locale;

/**
 * Values compared part by part: records, maps, lists, parameters of models.
 *
 * @param changes how many parts differ
 * @param shown the first of them in the order of the parts; fewer than {@code changes} when there are many
 * @since 0.1
 */
public record ValueDifference(long changes, List<ValueChange> shown) implements Difference {

  public ValueDifference {
    shown = List.copyOf(shown);
  }

  @Override
  public boolean isEmpty() {
    return changes == 0;
  }

  @Override
  public String summary() {
    if (changes == 0) {
      return "the same values";
    }
    var first = shown.isEmpty() ? "" : ": " + shown.get(0).summary();
    return changes == 1
        ? "1 value differs" + first
        : String.format(Locale.ROOT, "%,d values differ", changes) + first + ", …";
  }
}
