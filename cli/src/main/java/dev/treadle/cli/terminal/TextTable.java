package dev.treadle.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table without borders. For people, columns are aligned and, when the line is too short for all, the widest are cut, the
 * first last of all because it is what one would type; for programs, cells are divided by tabs and nothing is cut.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  private final String indent;
  private final List<Text> header;
  private final List<List<Text>> rows = new ArrayList<>();

  public TextTable(String... header) {
    this("", List.of(header));
  }

  /** A table whose lines begin with the indent; an empty header is not printed. */
  public TextTable(String indent, List<String> header) {
    this.indent = indent;
    this.header = header.stream().map(h -> Text.of(h, Style.BOLD)).toList();
  }

  public TextTable row(Text... cells) {
    return row(List.of(cells));
  }

  public TextTable row(List<Text> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, the header first. */
  public List<String> lines(Look look) {
    List<List<Text>> all = Stream.concat(
            header.isEmpty() ? Stream.empty() : Stream.of(header), rows.stream())
        .map(row -> row.stream().map(look::shown).toList())
        .toList();
    if (!look.interactive()) {
      return all.stream()
          .map(row -> row.stream().map(look::paint).collect(Collectors.joining("\t")))
          .toList();
    }
    int[] widths = widths(all, look.width() - indent.length());
    return all.stream().map(row -> aligned(row, widths, look)).toList();
  }

  private static int[] widths(List<List<Text>> all, int available) {
    int[] widths = new int[all.stream().mapToInt(List::size).max().orElse(0)];
    for (List<Text> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - available;
    while (excess > 0) {
      int widest = widths.length - 1;
      for (int i = widest; i > 0; i--) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widest >= 0 && widths[widest] <= NARROWEST) {
        widest = 0;
      }
      if (widest < 0 || widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private String aligned(List<Text> row, int[] widths, Look look) {
    StringBuilder line = new StringBuilder(indent);
    int blanks = 0;
    for (int i = 0; i < row.size(); i++) {
      Text cell = row.get(i).cut(widths[i], look.ellipsis());
      if (!cell.content().isEmpty()) {
        line.append(" ".repeat(blanks)).append(look.paint(cell));
        blanks = 0;
      }
      blanks += widths[i] - cell.width() + GAP.length();
    }
    return line.toString();
  }
}
