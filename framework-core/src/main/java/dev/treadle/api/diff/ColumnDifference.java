package dev.treadle.api.diff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of two tables.
 *
 * @param type its type in the other
 * @param appeared categories that only the other has, the 20 most frequent first to last
 * @param vanished categories that only the base has, likewise
 * @param shift how the distribution moved; null when a side has no cells, or too many categories
 * @since 0.1
 */
public record ColumnDifference(
    String name,
    String type,
    ColumnSummary base,
    ColumnSummary other,
    List<Category> appeared,
    List<Category> vanished,
    @Nullable PopulationShift shift) {

  private static final double NO_SHIFT = 0.005;
  private static final double ROUNDING = 1e-12;

  public ColumnDifference {
    appeared = List.copyOf(appeared);
    vanished = List.copyOf(vanished);
  }

  /** Whether the statistics are the same, however many cells there are. An index below 0.005 counts as zero. */
  public boolean isEmpty() {
    return base.nullShare() == other.nullShare()
        && isSame(base.mean(), other.mean())
        && Objects.equals(base.min(), other.min())
        && Objects.equals(base.max(), other.max())
        && Objects.equals(base.distinct(), other.distinct())
        && appeared.isEmpty()
        && vanished.isEmpty()
        && psi() < NO_SHIFT;
  }

  /** Means of other numbers of the same cells are rounded otherwise. */
  private static boolean isSame(@Nullable Double base, @Nullable Double other) {
    return (base == null || other == null)
        ? (base == null && other == null)
        : Math.abs(base - other) <= ROUNDING * Math.max(Math.abs(base), Math.abs(other));
  }

  /** The population stability index, 0 when it was not computed. */
  public double psi() {
    return shift == null ? 0 : shift.psi();
  }
}
