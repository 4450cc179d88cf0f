package dev.treadle.api.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as of RFC 4180. A field without a character and without quotes is null, {@code ""} is empty text. Lines may end
 * with CR LF, LF or CR.
 */
final class Csv {

  private final String text;
  private int position;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    // A byte order mark, as spreadsheets write it.
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  static List<List<@Nullable String>> parse(String text) {
    var csv = new Csv(text);
    var records = new ArrayList<List<@Nullable String>>();
    while (csv.position < text.length()) {
      records.add(csv.record());
    }
    return records;
  }

  static void append(StringBuilder out, List<? extends @Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      var cell = cells.get(i);
      if (cell != null) {
        append(out, cell.toString());
      } else if (cells.size() == 1) {
        // A record of one null would be a blank line, which readers skip; text cannot be told from
        // null here.
        out.append("\"\"");
      }
    }
    out.append("\r\n");
  }

  private static void append(StringBuilder out, String cell) {
    boolean plain = !cell.isEmpty()
        && cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    out.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
  }

  private List<@Nullable String> record() {
    var fields = new ArrayList<@Nullable String>();
    fields.add(field());
    while (position < text.length() && text.charAt(position) == ',') {
      position++;
      fields.add(field());
    }
    if (position < text.length() && text.charAt(position) == '\r') {
      position++;
      line++;
      if (position < text.length() && text.charAt(position) == '\n') {
        position++;
      }
    } else if (position < text.length()) {
      position++;
      line++;
    }
    return fields;
  }

  private @Nullable String field() {
    if (position < text.length() && text.charAt(position) == '"') {
      return quoted();
    }
    int start = position;
    while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return position == start ? null : text.substring(start, position);
  }

  private String quoted() {
    int startLine = line;
    var field = new StringBuilder();
    for (position++; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c != '"') {
        line += c == '\n' ? 1 : 0;
        field.append(c);
      } else if (position + 1 < text.length() && text.charAt(position + 1) == '"') {
        field.append('"');
        position++;
      } else {
        position++;
        if (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
          throw new IllegalArgumentException(
              "Line %d of the CSV has text after a closing quote. Double the quotes inside a field"
                  .formatted(line));
        }
        return field.toString();
      }
    }
    throw new IllegalArgumentException(
        "The quote opened in line %d of the CSV is never closed".formatted(startLine));
  }
}
