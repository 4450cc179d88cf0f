package dev.treadle.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object in order; null becomes JSON's null. */
public final class Fields {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Fields that begin as others. */
  public static Fields of(Map<String, Object> others) {
    Fields fields = new Fields();
    fields.fields.putAll(others);
    return fields;
  }

  public Fields with(String name, @Nullable Object value) {
    fields.put(name, value == null ? Json.NULL : value);
    return this;
  }

  public Map<String, Object> map() {
    return Collections.unmodifiableMap(fields);
  }
}
