package dev.treadle.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.event.EventJson;
import java.util.List;
import java.util.Optional;

/**
 * What a run would do, found out without running or storing anything.
 *
 * @param pipeline the pipeline's name
 * @param seed the run's seed
 * @param paramsJson the parameters as a JSON object
 * @param changedParams the names of those that are not at their defaults, dotted inside records
 * @param steps in the order of the graph, those of a map by item
 */
public record RunPlan(
    String pipeline,
    long seed,
    String paramsJson,
    List<String> changedParams,
    List<PlannedStep> steps) {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();
  private static final String KIND = "RunPlan";

  public RunPlan {
    changedParams = List.copyOf(changedParams);
    steps = List.copyOf(steps);
  }

  /** The plan in a line of the event stream; empty when the line is something else. */
  public static Optional<RunPlan> read(String line) {
    try {
      JsonNode document = JSON.readTree(line);
      return document.path("kind").asText().equals(KIND)
          ? Optional.of(JSON.treeToValue(document.path("plan"), RunPlan.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String toJson() {
    ObjectNode document =
        JSON.createObjectNode().put("apiVersion", EventJson.API_VERSION).put("kind", KIND);
    document.set("plan", JSON.valueToTree(this));
    return document.toString();
  }
}
