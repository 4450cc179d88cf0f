package dev.treadle.cli.doctor;

import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import java.util.List;

/** A line for each check, with what to do about it. */
final class DoctorPage {
  private static final int NAME_WIDTH = 11;

  private DoctorPage() {}

  static List<String> lines(Look look, List<Check> checks) {
    Page page = new Page(look);
    int glyphWidth = look.unicode() ? 1 : "FAIL".length();
    for (Check check : checks) {
      Text glyph = switch (check.status()) {
        case OK -> look.glyph(Glyph.DONE);
        case WARNING -> Text.of("!", Style.WARNING);
        case WRONG -> look.glyph(Glyph.FAILED);
      };
      String name = check.name();
      page.text(
          glyph,
          Text.of(" ".repeat(Math.max(0, glyphWidth - glyph.width()) + 1)),
          Text.of(name, Style.BOLD),
          Text.of(" ".repeat(Math.max(1, NAME_WIDTH - name.length())) + check.finding()),
          Text.of(check.fix().isEmpty() ? "" : " → " + check.fix()));
    }
    return page.lines();
  }
}
