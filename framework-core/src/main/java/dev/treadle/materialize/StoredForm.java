package dev.treadle.materialize;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stored artifact holds, as far as its bytes alone say. Opening a form reads no values. */
public sealed interface StoredForm {

  /**
   * A value as maps, lists, arrays of primitives, and scalars of the JDK. What was shared in it is one object.
   *
   * @param value reads it anew by each call
   */
  record Tree(ValueSource value) implements StoredForm {}

  /** Cells by column, given one after another in any order. */
  record Rows(Source<List<RowColumn>> columns, Scan scan) implements StoredForm {}

  /** Values one after another. */
  record Items(Source<StoredItems> items) implements StoredForm {}

  /** Text in UTF-8. */
  record Text(Source<InputStream> bytes) implements StoredForm {}

  /** An array of primitives, by its elements in their order. */
  record Array(Source<StoredArray> array) implements StoredForm {}

  /**
   * Nothing that could be read so.
   *
   * @param reason a sentence
   */
  record Opaque(String reason) implements StoredForm {}

  /**
   * A column.
   *
   * @param type as it is shown
   */
  record RowColumn(String name, String type) {}

  /** Reads something. */
  @FunctionalInterface
  interface Source<T> {
    T read() throws IOException;
  }

  /** Reads a value. */
  @FunctionalInterface
  interface ValueSource {
    @Nullable
    Object read() throws IOException;
  }

  /** Reads all cells. */
  @FunctionalInterface
  interface Scan {
    void each(CellVisitor visitor) throws IOException;
  }

  /** Takes cells: numbers, booleans, texts, and other comparable scalars. */
  @FunctionalInterface
  interface CellVisitor {
    void cell(int column, @Nullable Object value);
  }
}
