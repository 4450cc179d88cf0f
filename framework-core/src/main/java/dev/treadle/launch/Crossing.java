package dev.treadle.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.event.EventJson;
import java.util.Optional;

/**
 * Values that cross from one JVM to the other as a line of the event stream. The sender may be a newer Treadle, so that what
 * is not known is left out.
 */
final class Crossing {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private Crossing() {}

  /** The value in a line; empty when the line is something else. */
  static <T> Optional<T> read(String line, String kind, String field, Class<T> type) {
    try {
      JsonNode document = JSON.readTree(line);
      return document.path("kind").asText().equals(kind)
          ? Optional.of(JSON.treeToValue(document.path(field), type))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The line of a value, without its end. */
  static String write(String kind, String field, Object value) {
    ObjectNode document =
        JSON.createObjectNode().put("apiVersion", EventJson.API_VERSION).put("kind", kind);
    document.set(field, JSON.valueToTree(value));
    return document.toString();
  }
}
