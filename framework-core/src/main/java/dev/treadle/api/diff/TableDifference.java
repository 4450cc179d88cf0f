package dev.treadle.api.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Tables compared by schema and by the statistics of their columns; rows are not matched with each other.
 *
 * @param schema columns that came, went or changed their type
 * @param columns columns that both have, in the order of the base
 * @since 0.1
 */
public record TableDifference(
    long baseRows, long otherRows, List<SchemaChange> schema, List<ColumnDifference> columns)
    implements Difference {

  public TableDifference {
    schema = List.copyOf(schema);
    columns = List.copyOf(columns);
  }

  /** Whether neither schema nor statistics differ; the order of the rows may. */
  @Override
  public boolean isEmpty() {
    return baseRows == otherRows
        && schema.isEmpty()
        && columns.stream().allMatch(ColumnDifference::isEmpty);
  }

  @Override
  public String summary() {
    var rows = baseRows == otherRows
        ? String.format(Locale.ROOT, "%,d rows", baseRows)
        : String.format(Locale.ROOT, "%,d → %,d rows", baseRows, otherRows);
    long differing = columns.stream().filter(column -> !column.isEmpty()).count();
    var text = new StringBuilder(rows);
    if (!schema.isEmpty()) {
      text.append(", ").append(schema.size()).append(" schema changes");
    }
    text.append(", %d of %d columns differ".formatted(differing, columns.size()));
    columns.stream()
        .filter(column -> column.shift() != null)
        .max(Comparator.comparingDouble(ColumnDifference::psi))
        .filter(column -> column.psi() > 0)
        .ifPresent(column -> text.append(
            String.format(Locale.ROOT, ", PSI %.2f of %s", column.psi(), column.name())));
    return text.toString();
  }
}
