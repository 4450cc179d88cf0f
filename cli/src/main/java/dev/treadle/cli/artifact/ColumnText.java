package dev.treadle.cli.artifact;

import dev.treadle.api.diff.Category;
import dev.treadle.api.diff.ColumnDifference;
import dev.treadle.cli.terminal.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs in a column, as a line. */
final class ColumnText {
  private static final int NAMED = 3;

  private ColumnText() {}

  /** {@code mean 35.6 → 35.5, nulls 0 % → 1.2 %, + 'retraining' (9 rows)}. */
  static String of(ColumnDifference column) {
    List<String> parts = new ArrayList<>();
    var base = column.base();
    var other = column.other();
    add(parts, "mean", base.mean(), other.mean(), Quantity::metric);
    if (base.mean() != null || other.mean() != null || column.appeared().isEmpty()) {
      add(parts, "min", base.min(), other.min(), Function.identity());
      add(parts, "max", base.max(), other.max(), Function.identity());
    }
    add(parts, "nulls", base.nullShare(), other.nullShare(), ColumnText::percent);
    add(parts, "distinct", base.distinct(), other.distinct(), String::valueOf);
    categories(parts, "+", column.appeared());
    categories(parts, "-", column.vanished());
    if (parts.isEmpty() && base.cells() != other.cells()) {
      parts.add("other rows of the same kind");
    }
    return String.join(", ", parts);
  }

  static String decimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static <T> void add(
      List<String> parts,
      String name,
      @Nullable T base,
      @Nullable T other,
      Function<T, String> text) {
    if (!Objects.equals(base, other)) {
      parts.add(name + " " + (base == null ? "–" : text.apply(base)) + " → "
          + (other == null ? "–" : text.apply(other)));
    }
  }

  private static void categories(List<String> parts, String sign, List<Category> categories) {
    categories.stream()
        .limit(NAMED)
        .forEach(category -> parts.add(sign + " '" + category.value() + "' ("
            + Quantity.count(category.rows()) + (category.rows() == 1 ? " row)" : " rows)")));
    if (categories.size() > NAMED) {
      parts.add(sign + " " + (categories.size() - NAMED) + " more");
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share == 0 ? "%.0f %%" : "%.1f %%", 100 * share);
  }
}
