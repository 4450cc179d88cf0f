package dev.treadle.graph.layout;

import dev.treadle.api.run.StepRun;
import dev.treadle.graph.PipelineGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A pipeline as it is drawn: one box for each node and one arrow for each pair of nodes that hang together directly. Where a
 * value comes out of a map or a branch, the arrow starts at the step that made it.
 *
 * @param boxes in the graph's order
 * @param arrows by their boxes; each leads to a later box, no two have the same ends
 */
public record Diagram(String title, List<Box> boxes, List<Arrow> arrows) {
  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = arrows.stream()
        .sorted(Comparator.comparingInt(Arrow::from).thenComparingInt(Arrow::to))
        .toList();
    for (Arrow arrow : arrows) {
      if (arrow.from() >= arrow.to() || arrow.from() < 0 || arrow.to() >= boxes.size()) {
        throw new IllegalArgumentException(
            "The arrow from box " + arrow.from() + " to " + arrow.to() + " does not go forward");
      }
    }
  }

  /** The diagram of a pipeline. */
  public static Diagram of(PipelineGraph graph) {
    return new DiagramBuilder(graph).build();
  }

  /** The diagram of a run: boxes have the status of their steps. */
  public static Diagram of(PipelineGraph graph, List<StepRun> steps) {
    Map<String, List<StepRun>> byStep =
        steps.stream().collect(Collectors.groupingBy(StepRun::step));
    return of(graph)
        .withBoxes(box -> new Box(
            box.name(),
            box.kind(),
            box.map(),
            Optional.ofNullable(byStep.get(box.name())).map(BoxStatus::of)));
  }

  private Diagram withBoxes(UnaryOperator<Box> change) {
    return new Diagram(title, boxes.stream().map(change).toList(), arrows);
  }

  /** The box's index of each map, in order. */
  List<Integer> maps() {
    return boxes.stream()
        .map(Box::map)
        .filter(map -> map >= 0)
        .distinct()
        .sorted()
        .toList();
  }
}
