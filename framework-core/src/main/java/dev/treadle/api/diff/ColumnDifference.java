package dev.treadle.api.diff;

import java.util.List;
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

  public ColumnDifference {
    appeared = List.copyOf(appeared);
    vanished = List.copyOf(vanished);
  }

  /** Whether the statistics are the same. */
  public boolean isEmpty() {
    return base.equals(other) && appeared.isEmpty() && vanished.isEmpty() && psi() == 0;
  }

  /** The population stability index, 0 when it was not computed. */
  public double psi() {
    return shift == null ? 0 : shift.psi();
  }
}
