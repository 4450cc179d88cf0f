package dev.treadle.api.data;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows and typed columns. Immutable. As an artifact it brings a preview, its schema and the statistics of its columns.
 *
 * <pre>{@code
 * var table = Table.fromRecords(Penguin.class, penguins);
 * double mean = table.column("mass").statistics().mean().orElseThrow();
 * }</pre>
 *
 * <p>It is no data frame: it does not join, group or filter.
 *
 * @since 0.1
 */
public final class Table {

  private final List<Column> columns;

  private Table(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * Makes a table of columns.
   *
   * @throws IllegalArgumentException when two have one name or they differ in length
   */
  public static Table of(List<Column> columns) {
    var names = columns.stream().map(Column::name).collect(Collectors.toSet());
    if (names.size() < columns.size()) {
      throw new IllegalArgumentException("Two columns have the same name: "
          + columns.stream().map(Column::name).toList());
    }
    if (columns.stream().mapToInt(column -> column.values().size()).distinct().count() > 1) {
      throw new IllegalArgumentException("The columns differ in length: "
          + columns.stream().map(c -> c.name() + "=" + c.values().size()).toList());
    }
    return new Table(List.copyOf(columns));
  }

  /**
   * Makes a column of each component: numbers, booleans, dates, instants and decimals by their type, everything else as
   * its text. An empty {@link Optional} is null.
   */
  public static <R extends Record> Table fromRecords(Class<R> type, Iterable<? extends R> rows) {
    var columns = new ArrayList<Column>();
    for (var component : type.getRecordComponents()) {
      var values = new ArrayList<@Nullable Object>();
      rows.forEach(row -> values.add(RecordCells.cell(component, row)));
      columns.add(Column.of(component.getName(), RecordCells.typeOf(component.getType()), values));
    }
    return of(columns);
  }

  /**
   * Reads CSV as of RFC 4180 with a header. A column's type is the narrowest that fits all its cells; numbers with
   * leading zeros stay text. A field without characters is null, {@code ""} is empty text, blank lines are skipped.
   *
   * @throws IllegalArgumentException when the text is no CSV, naming the line
   */
  public static Table fromCsv(String csv) {
    var records = new ArrayList<>(Csv.parse(csv));
    records.removeIf(record -> record.size() == 1 && record.get(0) == null);
    if (records.isEmpty()) {
      throw new IllegalArgumentException(
          "The CSV is empty. Its first line has to name the columns");
    }
    var header = records.remove(0);
    for (int row = 0; row < records.size(); row++) {
      if (records.get(row).size() != header.size()) {
        throw new IllegalArgumentException("Row %d of the CSV has %d fields, the header has %d"
            .formatted(row + 1, records.get(row).size(), header.size()));
      }
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < header.size(); i++) {
      columns.add(column(String.valueOf(header.get(i)), records, i));
    }
    return of(columns);
  }

  private static Column column(String name, List<List<@Nullable String>> records, int index) {
    var texts = new ArrayList<@Nullable String>();
    records.forEach(record -> texts.add(record.get(index)));
    var type = Arrays.stream(ColumnType.values())
        .filter(candidate -> candidate.fits(texts))
        .findFirst()
        .orElse(ColumnType.TEXT);
    var hasText = texts.stream().anyMatch(text -> text != null);
    var chosen = hasText ? type : ColumnType.TEXT;
    var values = new ArrayList<@Nullable Object>();
    texts.forEach(text -> values.add(text == null ? null : chosen.parse(text)));
    return Column.of(name, chosen, values);
  }

  /** Reads a CSV file in UTF-8, as {@link #fromCsv} does. */
  public static Table readCsv(Path file) throws IOException {
    return fromCsv(Files.readString(file, StandardCharsets.UTF_8));
  }

  /** The columns in their order. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * A column by name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Column column(String name) {
    return findColumn(name)
        .orElseThrow(() -> new IllegalArgumentException("There is no column %s; the table has %s"
            .formatted(name, columns.stream().map(Column::name).toList())));
  }

  /** The column of that name, if there is one. */
  public Optional<Column> findColumn(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The number of rows. */
  public int size() {
    return columns.isEmpty() ? 0 : columns.get(0).values().size();
  }

  /**
   * The cells of a row, in the order of the columns.
   *
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public List<@Nullable Object> row(int index) {
    var row = new ArrayList<@Nullable Object>();
    columns.forEach(column -> row.add(column.values().get(index)));
    return Collections.unmodifiableList(row);
  }

  /** The first rows, at most as many as there are. */
  public Table head(int rows) {
    return new Table(columns.stream().map(column -> column.head(rows)).toList());
  }

  /**
   * Makes a record of each row; columns that the record does not have are left out.
   *
   * @throws IllegalArgumentException when a component has no column or a cell does not fit
   */
  public <R extends Record> List<R> toRecords(Class<R> type) {
    var components = type.getRecordComponents();
    try {
      var constructor = type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      var records = new ArrayList<R>();
      for (int row = 0; row < size(); row++) {
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
          var cell = column(components[i].getName()).values().get(row);
          values[i] = RecordCells.value(components[i], cell);
        }
        records.add(constructor.newInstance(values));
      }
      return Collections.unmodifiableList(records);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make %s of a row".formatted(type.getName()), e);
    }
  }

  /** CSV as of RFC 4180 with a header and CR LF; {@link #fromCsv} reads it back. */
  public String toCsv() {
    var out = new StringBuilder();
    Csv.append(out, columns.stream().map(Column::name).toList());
    for (int row = 0; row < size(); row++) {
      Csv.append(out, row(row));
    }
    return out.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Table table && table.columns.equals(columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  /** Rows and columns in number, such as {@code 344 rows × 7}. */
  @Override
  public String toString() {
    return "%d rows × %d".formatted(size(), columns.size());
  }
}
