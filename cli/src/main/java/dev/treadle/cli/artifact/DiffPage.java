package dev.treadle.cli.artifact;

import dev.treadle.api.diff.ArrayDifference;
import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.diff.ColumnDifference;
import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.FileChange;
import dev.treadle.api.diff.FilesDifference;
import dev.treadle.api.diff.SchemaChange;
import dev.treadle.api.diff.TableDifference;
import dev.treadle.api.diff.TextDifference;
import dev.treadle.api.diff.TextHunk;
import dev.treadle.api.diff.ValueDifference;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;

/** What differs between two versions, for people. */
final class DiffPage {
  private static final String INDENT = "  ";
  private static final int MOST_LINES = 100;

  private final ArtifactDiff diff;
  private final Look look;
  private final List<String> lines = new ArrayList<>();

  DiffPage(ArtifactDiff diff, Look look) {
    this.diff = diff;
    this.look = look;
  }

  List<String> lines() {
    Difference difference = diff.difference();
    lines.add(look.line(
        Text.of(diff.base().label() + " → " + diff.other().label(), Style.BOLD),
        Text.of("   " + difference.summary())));
    if (difference instanceof TableDifference table) {
      table(table);
    } else if (difference instanceof ValueDifference values) {
      List<String> changes =
          values.shown().stream().map(change -> change.summary()).toList();
      list(changes, values.changes());
    } else if (difference instanceof FilesDifference files) {
      list(files.shown().stream().map(FileChange::summary).toList(), files.changes());
    } else if (difference instanceof TextDifference text) {
      text(text);
    } else if (difference instanceof ArrayDifference array && array.compared() > 0) {
      line(Quantity.metric(100 * array.equalShare()) + " % of the elements are equal");
    }
    diff.notes().forEach(note -> lines.add(look.line(Text.of("note: " + note, Style.DIM))));
    return lines;
  }

  private void table(TableDifference table) {
    table.schema().forEach(change -> line(schema(change)));
    TextTable columns = new TextTable(INDENT, List.of());
    List<ColumnDifference> differing =
        table.columns().stream().filter(column -> !column.isEmpty()).toList();
    for (ColumnDifference column : differing) {
      columns.row(
          Text.of(column.name()),
          Text.of(column.type(), Style.DIM),
          Text.of(ColumnText.of(column)),
          psi(column));
    }
    lines.addAll(columns.lines(look));
    int same = table.columns().size() - differing.size();
    if (same > 0 && !differing.isEmpty()) {
      line(same + (same == 1 ? " column is the same" : " columns are the same"));
    }
  }

  private static String schema(SchemaChange change) {
    return switch (change.kind()) {
      case ADDED -> "column " + change.column() + " added, " + change.otherType();
      case REMOVED -> "column " + change.column() + " removed, was " + change.baseType();
      case CHANGED ->
        "column " + change.column() + " " + change.baseType() + " → " + change.otherType();
    };
  }

  private static Text psi(ColumnDifference column) {
    if (column.shift() == null) {
      return Text.EMPTY;
    }
    double psi = column.psi();
    Style style = psi > 0.25 ? Style.BAD : psi > 0.1 ? Style.WARNING : Style.PLAIN;
    return Text.of("PSI " + ColumnText.decimals(psi), style);
  }

  private void text(TextDifference text) {
    for (TextHunk hunk : text.hunks()) {
      lines.add(look.line(
          Text.of("@@ " + hunk.baseLine() + " → " + hunk.otherLine() + " @@", Style.BUSY)));
      for (String line : hunk.lines()) {
        Style style =
            line.startsWith("+") ? Style.GOOD : line.startsWith("-") ? Style.BAD : Style.PLAIN;
        lines.add(look.line(Text.of(line, style)));
      }
    }
    if (!text.complete()) {
      line("too many lines differ to show all of them");
    }
  }

  private void list(List<String> all, long count) {
    all.stream().limit(MOST_LINES).forEach(this::line);
    long more = count - Math.min(MOST_LINES, all.size());
    if (more > 0) {
      line("… " + Quantity.count(more) + " more (-o json)");
    }
  }

  private void line(String text) {
    lines.add(look.line(Text.of(INDENT + text)));
  }
}
