package dev.treadle.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.json.CanonicalJson;
import dev.treadle.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/**
 * The JSON form of a graph, canonical by RFC 8785, so that equal graphs have equal bytes. Literals are JSON texts inside
 * strings, as the canonical form would change a large number. Fields are only ever added to a format; unknown ones are
 * skipped.
 */
public final class GraphJson {
  private static final String FORMAT = "treadle-graph/";

  private GraphJson() {}

  public static String write(PipelineGraph graph) {
    var tree = GraphWriter.tree(graph);
    tree.put("format", FORMAT + PipelineGraph.FORMAT_VERSION);
    return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
  }

  /**
   * Reads a graph.
   *
   * @throws TreadleException GRAPH-209 when the text is not a graph or of a newer format
   */
  public static PipelineGraph read(String json) {
    JsonNode tree;
    try {
      tree = Json.parse(json);
    } catch (IllegalArgumentException e) {
      throw unreadable("The text is not JSON", e);
    }
    var format = tree.path("format").asText();
    if (!format.equals(FORMAT + PipelineGraph.FORMAT_VERSION)) {
      throw new TreadleException(
          CoreProblem.GRAPH_FORMAT,
          format.startsWith(FORMAT)
              ? "The graph has format '%s' and this version of Treadle reads up to '%s'. Use a newer Treadle"
                  .formatted(format, FORMAT + PipelineGraph.FORMAT_VERSION)
              : "The text is not a pipeline graph: its format is '%s' and not '%s'"
                  .formatted(format, FORMAT + PipelineGraph.FORMAT_VERSION));
    }
    try {
      return GraphReader.graph(tree);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable("The graph is damaged: " + e.getMessage(), e);
    }
  }

  private static TreadleException unreadable(String message, Exception cause) {
    return new TreadleException(CoreProblem.GRAPH_FORMAT, message, cause);
  }
}
