package dev.treadle.report;

import java.util.ArrayList;
import java.util.List;

/** The beginnings of texts and tables. */
public final class Excerpt {
  private Excerpt() {}

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** The first rows of CSV as RFC 4180 has it, the header included. */
  public static List<List<String>> rows(String csv, int most) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length() && rows.size() < most; i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    if (rows.size() < most && (cell.length() > 0 || !row.isEmpty())) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
