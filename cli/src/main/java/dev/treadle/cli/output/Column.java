package dev.treadle.cli.output;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import java.util.Locale;
import java.util.function.BiFunction;

/** A column of a list: its header, the cell of an item, and what becomes of it where there is little room. */
public record Column<T>(String header, BiFunction<T, Look, Text> cell, Room room) {

  /** How much a column needs its room. */
  public enum Room {
    /** Cut only when cutting the others does not suffice. */
    WHOLE,
    /** Cut first. */
    CUT,
    /** Shown by {@code -o wide} and {@code -o tsv} only. */
    WIDE
  }

  public Column(String header, BiFunction<T, Look, Text> cell) {
    this(header, cell, Room.WHOLE);
  }

  /** What {@code --fields} calls it. */
  String key() {
    return header.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
