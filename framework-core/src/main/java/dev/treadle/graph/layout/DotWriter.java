package dev.treadle.graph.layout;

import java.util.List;
import java.util.stream.IntStream;

/** Writes a diagram in Graphviz's language. */
public final class DotWriter {
  private static final String ROOT = "  ";

  private final Diagram diagram;
  private final StringBuilder dot = new StringBuilder();

  private DotWriter(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The graph, with a line end. */
  public static String write(Diagram diagram) {
    return new DotWriter(diagram).dot();
  }

  private String dot() {
    dot.append("digraph ").append(quoted(diagram.title())).append(" {\n");
    dot.append("  rankdir=LR;\n");
    dot.append("  node [shape=box, style=rounded];\n");
    boxes(-1, ROOT);
    for (int map : diagram.maps()) {
      String name = diagram.boxes().get(map).name();
      dot.append("  subgraph ").append(quoted("cluster " + name)).append(" {\n");
      dot.append("    label=").append(quoted("for each item of " + name)).append(";\n");
      dot.append("    style=dashed;\n");
      boxes(map, ROOT + ROOT);
      dot.append("  }\n");
    }
    diagram.arrows().forEach(this::arrow);
    return dot.append("}\n").toString();
  }

  private void boxes(int map, String indent) {
    IntStream.range(0, diagram.boxes().size())
        .filter(i -> diagram.boxes().get(i).map() == map)
        .mapToObj(diagram.boxes()::get)
        .forEach(box -> dot.append(indent)
            .append(quoted(box.name()))
            .append(attributes(box))
            .append(";\n"));
  }

  private static String attributes(Box box) {
    String label = box.status()
        .map(status -> "label=" + quoted(box.name() + "\n" + status.glyph() + " " + status.text()))
        .orElse("");
    String shape = switch (box.kind()) {
      case STEP -> "";
      case MAP -> "peripheries=2";
      case BRANCH -> "shape=diamond, style=solid";
    };
    return list(List.of(label, shape));
  }

  private void arrow(Arrow arrow) {
    String label = arrow.label().isEmpty() ? "" : "label=" + quoted(arrow.label());
    String style = arrow.kind() == Arrow.Kind.ORDER ? "style=dashed" : "";
    dot.append(ROOT)
        .append(quoted(diagram.boxes().get(arrow.from()).name()))
        .append(" -> ")
        .append(quoted(diagram.boxes().get(arrow.to()).name()))
        .append(list(List.of(label, style)))
        .append(";\n");
  }

  private static String list(List<String> attributes) {
    String all = String.join(", ", attributes.stream().filter(a -> !a.isEmpty()).toList());
    return all.isEmpty() ? "" : " [" + all + "]";
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "")
        + '"';
  }
}
