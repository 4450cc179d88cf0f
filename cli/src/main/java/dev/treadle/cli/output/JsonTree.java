package dev.treadle.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results that are records of the core, as the maps and lists that {@link Json} writes. */
public final class JsonTree {
  private JsonTree() {}

  /** The components of a record by name; those that are null are left out. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> fields(Record result) {
    return (Map<String, Object>) value(dev.treadle.json.Json.toTree(result));
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
      return fields;
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return items;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? Json.NULL : node.asText();
  }
}
