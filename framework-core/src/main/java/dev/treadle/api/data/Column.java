package dev.treadle.api.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed column of a {@link Table}. Immutable; a cell may be null.
 *
 * @since 0.1
 */
public final class Column {

  private final String name;
  private final ColumnType type;
  private final List<@Nullable Object> values;

  private Column(String name, ColumnType type, List<@Nullable Object> values) {
    this.name = name;
    this.type = type;
    this.values = values;
  }

  /**
   * Makes a column of a copy of the values.
   *
   * @throws IllegalArgumentException when the name is blank or a value is not of the type's class
   */
  public static Column of(String name, ColumnType type, List<? extends @Nullable Object> values) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a column is blank");
    }
    var copy = new ArrayList<@Nullable Object>(values);
    for (int row = 0; row < copy.size(); row++) {
      var value = copy.get(row);
      if (value != null && value.getClass() != type.valueType()) {
        throw new IllegalArgumentException("Column %s is of type %s, but row %d holds a %s"
            .formatted(name, type, row, value.getClass().getSimpleName()));
      }
    }
    return new Column(name, type, Collections.unmodifiableList(copy));
  }

  /** The name, unique within its table. */
  public String name() {
    return name;
  }

  /** The type of all its cells. */
  public ColumnType type() {
    return type;
  }

  /** The cells from the first row to the last. */
  public List<@Nullable Object> values() {
    return values;
  }

  /** What is to be said of the cells; computed by each call. */
  public ColumnStatistics statistics() {
    return ColumnStatistics.of(this);
  }

  Column head(int rows) {
    return new Column(name, type, values.subList(0, Math.min(rows, values.size())));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column
        && column.name.equals(name)
        && column.type == type
        && column.values.equals(values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, values);
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
