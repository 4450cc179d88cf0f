package dev.treadle.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** YAML of the documents that {@link Json} writes: what they hold is the same, and text that YAML could misread is quoted. */
final class Yaml {
  /** Texts without a meaning in YAML; a word such as {@code no} is not among them. */
  private static final Pattern PLAIN = Pattern.compile(
      "(?!(?i:y|n|yes|no|on|off|true|false|null|\\.nan|\\.inf)$)[A-Za-z_/][A-Za-z0-9_./@-]*");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  static String document(String kind, Map<String, ?> fields) {
    Yaml yaml = new Yaml();
    yaml.fields(read(Json.line(kind, fields)), "");
    return yaml.text.toString();
  }

  private static Map<?, ?> read(String json) {
    try {
      return JSON.readValue(json, LinkedHashMap.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own JSON cannot be read: " + json, e);
    }
  }

  private void fields(Map<?, ?> fields, String indent) {
    String before = "";
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      text.append(before).append(scalar(field.getKey())).append(':');
      value(field.getValue(), indent);
      before = indent;
    }
  }

  private void value(Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n').append(indent).append("  ");
      fields(map, indent + "  ");
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      for (Object item : list) {
        text.append(indent).append("  -");
        item(item, indent + "  ");
      }
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(Object item, String indent) {
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append(' ');
      fields(map, indent + "  ");
    } else {
      value(item, indent);
    }
  }

  private static String scalar(Object value) {
    if (value instanceof String string && PLAIN.matcher(string).matches()) {
      return string;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a value of JSON: " + value, e);
    }
  }
}
