package dev.treadle.cli.run;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.diff.RunComparison;
import dev.treadle.diff.RunComparison.Cell;
import dev.treadle.diff.RunComparison.Row;
import dev.treadle.diff.RunComparison.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs side by side, for people. */
final class ComparisonPage {
  private final RunComparison shown;
  private final RunComparison whole;
  private final Look look;

  ComparisonPage(RunComparison shown, RunComparison whole, Look look) {
    this.shown = shown;
    this.whole = whole;
    this.look = look;
  }

  List<String> lines() {
    List<String> header = new ArrayList<>(List.of("", ""));
    for (int i = 0; i < shown.runs().size(); i++) {
      header.add("#" + shown.runs().get(i).number() + (i == shown.baseline() ? " (base)" : ""));
    }
    TextTable table = new TextTable("", header);
    @Nullable Section last = null;
    for (Row row : shown.rows()) {
      table.row(cells(row, row.section() != last || !look.interactive()));
      last = row.section();
    }
    List<String> lines = new ArrayList<>(table.lines(look));
    long differing = whole.rows().stream().filter(Row::differs).count();
    lines.add(look.line(Text.of(
        differing + " of " + whole.rows().size() + " keys differ"
            + (shown.rows().size() < whole.rows().size() ? " (--all)" : ""),
        Style.DIM)));
    return lines;
  }

  private List<Text> cells(Row row, boolean isFirst) {
    List<Text> cells = new ArrayList<>();
    cells.add(Text.of(isFirst ? word(row.section()) : "", Style.DIM));
    cells.add(Text.of(row.section() == Section.CODE ? "" : row.key()));
    Cell base = row.cells().get(shown.baseline());
    for (Cell cell : row.cells()) {
      cells.add(cell.isNone() ? Text.NONE : Text.of(value(row, cell) + change(row, cell, base)));
    }
    return cells;
  }

  private String value(Row row, Cell cell) {
    return row.section() == Section.METRIC && cell.number() != null && look.interactive()
        ? Quantity.metric(cell.number())
        : String.valueOf(cell.text());
  }

  /** {@code  ▲2.0%}; only of metrics, and on a terminal, as programs read values. */
  private String change(Row row, Cell cell, Cell base) {
    Double now = cell.number();
    Double before = base.number();
    if (row.section() != Section.METRIC || !look.interactive() || now == null || before == null) {
      return "";
    }
    double change = (now - before) / Math.abs(before);
    if (change == 0 || !Double.isFinite(change)) {
      return "";
    }
    double percent = Math.abs(100 * change);
    String sign = look.unicode() ? (change > 0 ? " ▲" : " ▼") : (change > 0 ? " +" : " -");
    return sign + String.format(Locale.ROOT, percent < 9.95 ? "%.1f%%" : "%.0f%%", percent);
  }

  private static String word(Section section) {
    return switch (section) {
      case RUN -> "run";
      case PARAM -> "param";
      case METRIC -> "metric";
      case INPUT -> "input";
      case CODE -> "code";
      case ENVIRONMENT -> "env";
    };
  }
}
