package dev.treadle.api.diff;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a column. NaN counts as a cell, but takes no part in {@code min}, {@code max} and {@code mean}.
 *
 * @param cells how many there are, nulls included
 * @param nulls how many are null
 * @param mean of numbers; null for other types and when there is none
 * @param min the least cell as text; null when there is none
 * @param max the greatest cell as text; null when there is none
 * @param distinct how many different cells there are, nulls not counted; null above {@value #MAX_DISTINCT}
 * @since 0.1
 */
public record ColumnSummary(
    long cells,
    long nulls,
    @Nullable Double mean,
    @Nullable String min,
    @Nullable String max,
    @Nullable Integer distinct) {

  /** Up to how many different cells are counted. */
  public static final int MAX_DISTINCT = 1_000;

  /** The share of cells that are null, from 0 to 1; 0 when there are none. */
  public double nullShare() {
    return cells == 0 ? 0 : (double) nulls / cells;
  }
}
