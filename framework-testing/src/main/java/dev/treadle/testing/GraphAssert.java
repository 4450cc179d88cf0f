package dev.treadle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.json.Json;
import java.nio.file.Path;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * What a pipeline's graph must be.
 *
 * @since 0.1
 */
public final class GraphAssert extends AbstractAssert<GraphAssert, PipelineGraph> {

  GraphAssert(PipelineGraph graph) {
    super(graph, GraphAssert.class);
  }

  /** The steps are exactly these, in the order of their definition. */
  public GraphAssert hasSteps(String... names) {
    Assertions.assertThat(actual.steps().stream().map(StepNode::name))
        .as("steps of pipeline '%s'", actual.pipeline())
        .containsExactly(names);
    return this;
  }

  /** The steps, maps and branches are exactly these, in the order of their definition. */
  public GraphAssert hasNodes(String... names) {
    Assertions.assertThat(actual.nodes().stream().map(Node::name))
        .as("nodes of pipeline '%s'", actual.pipeline())
        .containsExactly(names);
    return this;
  }

  /**
   * The graph is the one in {@code src/test/resources/snapshots/NAME}, places in the source left out and files below the
   * module's folder relative to it, so that it is the same on every machine. With {@code
   * -Dtreadle.snapshots.update=true} the file is written instead.
   */
  public GraphAssert matchesSnapshot(String name) {
    JsonNode tree = Json.parse(GraphJson.write(actual));
    tree.findParents("at").forEach(node -> ((ObjectNode) node).remove("at"));
    Snapshots.assertMatches(name, withoutThisMachine(Snapshots.pretty(tree.toString())));
    return this;
  }

  /** A path and a class path resource write the same folder with three slashes and with one. */
  private static String withoutThisMachine(String text) {
    String folder = Path.of("").toAbsolutePath().toUri().toString();
    return text.replace(folder, "file:./").replace(folder.replace("file:///", "file:/"), "file:./");
  }
}
