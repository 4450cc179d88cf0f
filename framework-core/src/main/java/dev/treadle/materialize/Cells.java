package dev.treadle.materialize;

import dev.treadle.api.data.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of a column as they are stored. */
sealed interface Cells {

  List<? extends @Nullable Object> values();

  @SuppressWarnings("unchecked")
  static Cells of(ColumnType type, List<@Nullable Object> values) {
    return switch (type) {
      case INTEGER -> new Integers((List<@Nullable Long>) (List<?>) values);
      case DECIMAL -> new Decimals((List<@Nullable Double>) (List<?>) values);
      case BOOLEAN -> new Booleans((List<@Nullable Boolean>) (List<?>) values);
      case DATE -> new Dates((List<@Nullable LocalDate>) (List<?>) values);
      case INSTANT -> new Instants((List<@Nullable Instant>) (List<?>) values);
      case EXACT -> new Exacts((List<@Nullable BigDecimal>) (List<?>) values);
      case TEXT -> new Texts((List<@Nullable String>) (List<?>) values);
    };
  }

  record Integers(List<@Nullable Long> values) implements Cells {}

  record Decimals(List<@Nullable Double> values) implements Cells {}

  record Booleans(List<@Nullable Boolean> values) implements Cells {}

  record Dates(List<@Nullable LocalDate> values) implements Cells {}

  record Instants(List<@Nullable Instant> values) implements Cells {}

  record Exacts(List<@Nullable BigDecimal> values) implements Cells {}

  record Texts(List<@Nullable String> values) implements Cells {}
}
