package dev.treadle.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table without borders. For people, columns are aligned and, when the line is too short for all, the widest of those that
 * may be cut are, then the others, the first last of all because it is what one would type, as long as that leaves something
 * of the others; for programs, cells are divided
 * by tabs and nothing is cut.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;
  /** A column of text says something from so many letters on. */
  private static final int READABLE = 16;
  /** The first column may take this part of a line when others need room. */
  private static final int LARGEST = 3;

  private final String indent;
  private final List<Text> header;
  private final List<List<Text>> rows = new ArrayList<>();
  private final BitSet cuttable = new BitSet();
  private boolean cut = true;

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

  /** Columns, from 0, that lose their ends before any other does. */
  public TextTable cutting(int... columns) {
    IntStream.of(columns).forEach(cuttable::set);
    return this;
  }

  /** The table with lines as long as they are, also on a screen. */
  public TextTable uncut() {
    cut = false;
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
    int[] widths = widths(all, cut ? look.width() - indent.length() : Integer.MAX_VALUE);
    return all.stream().map(row -> aligned(row, widths, look)).toList();
  }

  private int[] widths(List<List<Text>> all, int available) {
    int[] widths = new int[all.stream().mapToInt(List::size).max().orElse(0)];
    for (List<Text> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - available;
    excess = cut(widths, excess, cuttable::get, READABLE);
    excess = cut(widths, excess, column -> column == 0, Math.max(READABLE, available / LARGEST));
    excess = cut(widths, excess, cuttable::get, NARROWEST);
    excess = cut(widths, excess, column -> column > 0, NARROWEST);
    cut(widths, excess, column -> true, NARROWEST);
    return widths;
  }

  /** Takes columns away where they are widest, and gives the excess that is left. */
  private static int cut(int[] widths, int excess, IntPredicate from, int least) {
    int left = excess;
    while (left > 0) {
      int widest = IntStream.range(0, widths.length)
          .filter(from)
          .filter(column -> widths[column] > least)
          .reduce((a, b) -> widths[b] >= widths[a] ? b : a)
          .orElse(-1);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      left--;
    }
    return left;
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
