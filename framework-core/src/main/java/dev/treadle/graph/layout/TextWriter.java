package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a diagram as text: drawn from left to right where that fits and can be read, else as a list of boxes with the arrows
 * that leave them.
 */
public final class TextWriter {
  private TextWriter() {}

  /**
   * The lines of the text, without blanks at their ends.
   *
   * @param width the most columns that a drawing may take; the list is not bound to it
   * @param unicode false draws with ASCII alone
   */
  public static List<String> write(Diagram diagram, int width, boolean unicode) {
    Optional<List<String>> drawing = TextDrawing.of(diagram).lines(width);
    List<String> lines = new ArrayList<>(drawing.orElseGet(() -> TextList.lines(diagram)));
    String legend = diagram.boxes().stream()
        .flatMap(box -> box.status().stream())
        .map(status -> status.glyph() + " " + BoxStatus.word(status.status()))
        .distinct()
        .collect(Collectors.joining("   "));
    if (!legend.isEmpty()) {
      lines.add("");
      lines.add(legend);
    }
    return unicode ? lines : lines.stream().map(TextWriter::ascii).toList();
  }

  /** A box: {@code train}, {@code is-large?}, {@code ✘ train 2/200}. */
  static String text(Box box) {
    String name = box.kind() == Box.Kind.BRANCH ? box.name() + "?" : box.name();
    return box.status()
        .map(status -> status.glyph() + " " + name
            + (status.of() == 1
                ? ""
                : status.count() == status.of()
                    ? " ×" + status.of()
                    : " " + status.count() + "/" + status.of()))
        .orElse(name);
  }

  /** One character for one, so that columns stay; the legend tells what those for a status mean. */
  private static String ascii(String line) {
    var text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      text.append(
          switch (line.charAt(i)) {
            case '─' -> '-';
            case '│' -> '|';
            case '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼' -> '+';
            case '▶' -> '>';
            case '▲' -> '^';
            case '×' -> 'x';
            case '✔' -> '+';
            case '✘' -> '!';
            case '●' -> '*';
            case '◌' -> '=';
            case '·' -> '.';
            case '–' -> '-';
            default -> line.charAt(i);
          });
    }
    return text.toString();
  }
}
