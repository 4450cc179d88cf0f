package dev.treadle.cli.output;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import java.util.function.BiFunction;

/** A column of a list: its header and the cell of an item. */
public record Column<T>(String header, BiFunction<T, Look, Text> cell) {}
