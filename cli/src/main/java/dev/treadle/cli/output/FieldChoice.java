package dev.treadle.cli.output;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.TreadleException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code --fields} leaves: columns of a table by their headers, fields of documents by their names. */
public record FieldChoice(List<String> names) {
  /** Everything. */
  public static final FieldChoice ALL = new FieldChoice(List.of());

  public FieldChoice {
    names = names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** The columns in the order asked for. */
  <T> List<Column<T>> of(List<Column<T>> columns) {
    List<String> keys = columns.stream().map(Column::key).toList();
    return names.stream()
        .map(name -> {
          int index = keys.indexOf(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
          if (index < 0) {
            throw unknown("column", name, keys);
          }
          return columns.get(index);
        })
        .toList();
  }

  Map<String, Object> of(Map<String, Object> fields) {
    if (isEmpty()) {
      return fields;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (String name : names) {
      Object value = fields.get(name);
      if (value == null) {
        throw unknown("field", name, fields.keySet());
      }
      chosen.put(name, value);
    }
    return chosen;
  }

  private static TreadleException unknown(String what, String name, Collection<String> known) {
    return new TreadleException(
        CliProblem.USAGE,
        "There is no " + what + " '" + name + "' (--fields)\nlooked in " + String.join(", ", known)
            + DidYouMean.line(name, known));
  }
}
