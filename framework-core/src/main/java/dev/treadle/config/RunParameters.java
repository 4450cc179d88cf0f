package dev.treadle.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treadle.json.CanonicalJson;
import dev.treadle.json.Json;
import dev.treadle.metadata.RunParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter record value by value, each compared with its default. */
public final class RunParameters {
  private RunParameters() {}

  /** The values inside a record, in its order; what is empty is left out. */
  public static List<RunParameter> of(Record params) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    flatten("", Json.parse(CanonicalJson.bytes(params)), values);
    Map<String, JsonNode> defaults = new LinkedHashMap<>();
    flatten("", new ParameterTree().record(params.getClass(), Given.Fields.none(), ""), defaults);
    List<RunParameter> parameters = new ArrayList<>();
    values.forEach((key, value) -> parameters.add(new RunParameter(
        key,
        value.isTextual() ? value.asText() : value.toString(),
        number(value),
        defaults.containsKey(key) && !equal(value, defaults.get(key)))));
    return parameters;
  }

  private static void flatten(String key, JsonNode value, Map<String, JsonNode> values) {
    if (value.isObject() && (key.isEmpty() || !value.isEmpty())) {
      value
          .properties()
          .forEach(field -> flatten(
              key.isEmpty() ? field.getKey() : key + "." + field.getKey(),
              field.getValue(),
              values));
    } else if (!value.isNull()) {
      values.put(key, value);
    }
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble()) ? value.asDouble() : null;
  }

  private static boolean equal(JsonNode value, @Nullable JsonNode other) {
    if (other != null && value.isNumber() && other.isNumber()) {
      BigDecimal number = value.decimalValue();
      return number.compareTo(other.decimalValue()) == 0 || value.asDouble() == other.asDouble();
    }
    return value.equals(other);
  }
}
