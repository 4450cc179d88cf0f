package dev.treadle.graph;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as data: nodes in the order in which they were recorded, so that a node comes after all that it needs. Names
 * are unique among all nodes.
 *
 * @param pipeline the pipeline's name
 * @param settings what is said of runs
 * @param nodes steps, maps and branches
 */
public record PipelineGraph(String pipeline, RunSettings settings, List<Node> nodes) {
  /** The version of the JSON form. */
  public static final int FORMAT_VERSION = 1;

  public PipelineGraph {
    nodes = List.copyOf(nodes);
  }

  /** Without settings. */
  public PipelineGraph(String pipeline, List<Node> nodes) {
    this(pipeline, RunSettings.NONE, nodes);
  }

  /** The same pipeline wherever its lines have moved to. */
  public PipelineGraph unlocated() {
    return new PipelineGraph(
        pipeline, settings, nodes.stream().map(Node::unlocated).toList());
  }

  /**
   * The same pipeline with another limit for its runs.
   *
   * @param timeout null for no limit
   */
  public PipelineGraph limitedTo(@Nullable Duration timeout) {
    return new PipelineGraph(
        pipeline, new RunSettings(timeout, settings.strict(), settings.listeners()), nodes);
  }

  /** The step nodes in their order. */
  public List<StepNode> steps() {
    return nodes.stream()
        .filter(StepNode.class::isInstance)
        .map(StepNode.class::cast)
        .toList();
  }
}
