package dev.treadle.api.diff;

import org.jspecify.annotations.Nullable;

/**
 * A part of a value that differs.
 *
 * @param path where, such as {@code layers[2].weights}; empty for the value itself
 * @param base the part as JSON, shortened; null when added, and for arrays of numbers
 * @param other the part as JSON, shortened; null when removed, and for arrays of numbers
 * @param relative for two finite numbers, {@code (other - base) / |base|}; null where the base is zero
 * @param array how two arrays or matrices of numbers differ, else null
 * @since 0.1
 */
public record ValueChange(
    String path,
    ChangeKind kind,
    @Nullable String base,
    @Nullable String other,
    @Nullable Double relative,
    @Nullable ArrayDifference array) {

  /** One line, such as {@code depth 4 → 5 (+25 %)}. */
  public String summary() {
    var where = path.isEmpty() ? "" : path + " ";
    if (array != null) {
      return where + array.summary();
    }
    return switch (kind) {
      case ADDED -> where + "added, " + other;
      case REMOVED -> where + "removed, was " + base;
      case CHANGED ->
        where + base + " → " + other
            + (relative == null ? "" : " (" + Percent.change(relative) + ")");
    };
  }
}
