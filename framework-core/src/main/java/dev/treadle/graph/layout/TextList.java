package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Boxes one below the other, each with the arrows that leave it; what runs for each item of a map is indented. */
final class TextList {
  private TextList() {}

  static List<String> lines(Diagram diagram) {
    List<String> lines = new ArrayList<>();
    var arrows = diagram.arrows().stream().collect(Collectors.groupingBy(Arrow::from));
    for (int i = 0; i < diagram.boxes().size(); i++) {
      Box box = diagram.boxes().get(i);
      String indent = box.map() < 0 || box.map() == i ? "" : "    ";
      lines.add(indent + TextWriter.text(box));
      List<Arrow> leaving = arrows.getOrDefault(i, List.of());
      for (int k = 0; k < leaving.size(); k++) {
        Arrow arrow = leaving.get(k);
        lines.add(indent
            + (k + 1 < leaving.size() ? "├─" : "└─")
            + (arrow.label().isEmpty() ? "" : arrow.label() + "─")
            + "▶ "
            + diagram.boxes().get(arrow.to()).name());
      }
    }
    return lines;
  }
}
