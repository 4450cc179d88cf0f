package dev.treadle.graph.layout;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a diagram as a Mermaid flow chart, as Markdown pages show it. */
public final class MermaidWriter {
  private final Diagram diagram;
  private final StringBuilder chart = new StringBuilder("flowchart LR\n");

  private MermaidWriter(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The chart, with a line end. */
  public static String write(Diagram diagram) {
    return new MermaidWriter(diagram).chart();
  }

  private String chart() {
    boxes(-1, "  ");
    for (int map : diagram.maps()) {
      String name = diagram.boxes().get(map).name();
      chart.append("  subgraph g" + map + "[" + quoted("for each item of " + name) + "]\n");
      boxes(map, "    ");
      chart.append("  end\n");
    }
    diagram.arrows().forEach(this::arrow);
    statuses();
    return chart.toString();
  }

  private void boxes(int map, String indent) {
    for (int i = 0; i < diagram.boxes().size(); i++) {
      Box box = diagram.boxes().get(i);
      if (box.map() == map) {
        String text = quoted(box.name()
            + box.status()
                .map(status -> "\n" + status.glyph() + " " + status.text())
                .orElse(""));
        String shape = switch (box.kind()) {
          case STEP -> "[" + text + "]";
          case MAP -> "[[" + text + "]]";
          case BRANCH -> "{" + text + "}";
        };
        chart.append(indent).append("n").append(i).append(shape).append('\n');
      }
    }
  }

  private void arrow(Arrow arrow) {
    String line = arrow.kind() == Arrow.Kind.ORDER ? "-.->" : "-->";
    String label = arrow.label().isEmpty() ? "" : "|" + arrow.label() + "|";
    chart.append("  n" + arrow.from() + " " + line + label + " n" + arrow.to() + "\n");
  }

  /** Outlines in the colour of each status, as far as a chart can have them. */
  private void statuses() {
    var byStatus = IntStream.range(0, diagram.boxes().size())
        .boxed()
        .filter(i -> diagram.boxes().get(i).status().isPresent())
        .collect(Collectors.groupingBy(
            i -> diagram.boxes().get(i).status().orElseThrow().status(),
            TreeMap::new,
            Collectors.mapping(i -> "n" + i, Collectors.joining(","))));
    byStatus.forEach((status, boxes) -> {
      String name = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String style = switch (status) {
        case COMPLETED -> "stroke:#00695c";
        case CACHED -> "stroke:#6b4fa0,stroke-dasharray:4 3";
        case RUNNING -> "stroke:#0b6bcb";
        case FAILED, INTERRUPTED -> "stroke:#b3261e,stroke-width:3px";
        case NEW, QUEUED, SKIPPED, CANCELLED, NOT_RUN -> "stroke:#57606a";
      };
      for (String each : List.of("classDef " + name + " " + style, "class " + boxes + " " + name)) {
        chart.append("  ").append(each).append('\n');
      }
    });
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("#", "#35;")
            .replace("\"", "#quot;")
            .replace("<", "#lt;")
            .replace(">", "#gt;")
            .replace("\n", "<br/>")
        + '"';
  }
}
