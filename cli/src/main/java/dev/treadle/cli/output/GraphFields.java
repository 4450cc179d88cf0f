package dev.treadle.cli.output;

import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.SourceLocation;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.layout.Arrow;
import dev.treadle.graph.layout.Box;
import dev.treadle.graph.layout.BoxStatus;
import dev.treadle.graph.layout.Diagram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A graph as JSON: what a picture of it shows, and where each node comes from. */
public final class GraphFields {
  private GraphFields() {}

  public static Map<String, Object> of(PipelineGraph graph, Diagram diagram, @Nullable Long run) {
    return new Fields()
        .with("pipeline", graph.pipeline())
        .with("run", run)
        .with(
            "nodes",
            IntStream.range(0, graph.nodes().size())
                .mapToObj(i -> node(graph.nodes().get(i), diagram.boxes().get(i), diagram.boxes()))
                .toList())
        .with(
            "edges",
            diagram.arrows().stream().map(arrow -> edge(arrow, diagram)).toList())
        .map();
  }

  private static Map<String, Object> node(Node node, Box box, List<Box> boxes) {
    boolean inside = box.map() >= 0 && box.kind() != Box.Kind.MAP;
    BoxStatus status = box.status().orElse(null);
    return new Fields()
        .with("name", box.name())
        .with("kind", word(box.kind()))
        .with("map", inside ? boxes.get(box.map()).name() : null)
        .with("method", node instanceof StepNode step ? step.method().shortText() : null)
        .with(
            "definedAt",
            node.location().equals(SourceLocation.UNKNOWN)
                ? null
                : node.location().shortText())
        .with("status", status == null ? null : word(status.status()))
        .with("stepRuns", status == null ? null : status.of())
        .map();
  }

  private static Map<String, Object> edge(Arrow arrow, Diagram diagram) {
    return new Fields()
        .with("from", diagram.boxes().get(arrow.from()).name())
        .with("to", diagram.boxes().get(arrow.to()).name())
        .with("kind", word(arrow.kind()))
        .with("label", arrow.label().isEmpty() ? null : arrow.label())
        .map();
  }

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
