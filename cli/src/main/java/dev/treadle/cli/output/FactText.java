package dev.treadle.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treadle.metadata.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** JSON values on a line for people: no quotes, columns by name and type. */
public final class FactText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FactText() {}

  /** {@code kind=tree  rows=344}. */
  public static String of(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.key() + "=" + value(fact.json()))
        .collect(Collectors.joining("  "));
  }

  /** A JSON value; what is not JSON stays as it is. */
  public static String value(String json) {
    try {
      return value(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      return json;
    }
  }

  /** A JSON value. */
  public static String value(JsonNode value) {
    if (value.isArray() && !value.isEmpty() && isNamed(value.get(0))) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(
          item.get("name").asText() + (item.has("type") ? ":" + item.get("type").asText() : "")));
      return String.join(", ", items);
    }
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static boolean isNamed(JsonNode value) {
    return value.isObject() && value.path("name").isTextual();
  }
}
