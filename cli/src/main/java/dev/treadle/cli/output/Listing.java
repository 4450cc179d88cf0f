package dev.treadle.cli.output;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How items of one type are listed.
 *
 * @param kind of one item in JSON; the list's is {@code kind + "List"}
 * @param name the reference to an item
 */
public record Listing<T>(
    String kind,
    List<Column<T>> columns,
    Function<T, String> name,
    Function<T, Map<String, Object>> fields) {}
