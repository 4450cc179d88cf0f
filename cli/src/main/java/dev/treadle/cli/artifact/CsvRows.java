package dev.treadle.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.report.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rows of a preview: CSV as RFC 4180 has it, the header first. */
record CsvRows(List<List<String>> rows) {
  private static final Set<String> PLAIN = Set.of(
      "byte", "short", "int", "integer", "long", "float", "double", "boolean", "number", "bool");

  CsvRows {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static CsvRows read(String text) {
    return new CsvRows(Excerpt.rows(text, Integer.MAX_VALUE));
  }

  /** How many there are below the header. */
  int count() {
    return Math.max(0, rows.size() - 1);
  }

  CsvRows head(int most) {
    return most >= count() ? this : new CsvRows(rows.subList(0, most + 1));
  }

  List<String> csv() {
    return rows.stream()
        .map(row -> String.join(",", row.stream().map(CsvRows::quoted).toList()))
        .toList();
  }

  /** @param columns the fact that names the columns and their types */
  String json(JsonNode columns) {
    Map<String, String> types = new HashMap<>();
    columns.forEach(column -> types.put(
        column.path("name").asText(), column.path("type").asText().toLowerCase(Locale.ROOT)));
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    List<Map<String, Object>> items = new ArrayList<>();
    for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      Fields fields = new Fields();
      for (int i = 0; i < header.size() && i < row.size(); i++) {
        boolean plain = PLAIN.contains(types.getOrDefault(header.get(i), ""));
        fields.with(header.get(i), value(row.get(i), plain));
      }
      items.add(fields.map());
    }
    return Json.value(items);
  }

  private static Object value(String cell, boolean plain) {
    if (cell.isEmpty()) {
      return Json.NULL;
    }
    return plain && cell.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false")
        ? new Json.Raw(cell)
        : cell;
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\\r\\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
