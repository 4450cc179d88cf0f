package dev.treadle.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.treadle.event.EventJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of maps, lists and plain values, by the streaming generator alone: data binding would cost a read command a third of
 * its time.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** In a map where a field has no value, as maps do not hold null. */
  public static final Object NULL = new Object();

  private Json() {}

  /** Text that is already JSON. */
  public record Raw(String json) {}

  /** The value, or {@link #NULL} for null and empty text. */
  public static Object orNull(@Nullable Object value) {
    return value == null || value.equals("") ? NULL : value;
  }

  /** Text as a value of a map. */
  public static Object text(String value) {
    return value;
  }

  /** A document with its head, indented. */
  public static String document(String kind, Map<String, ?> fields) {
    return write(head(kind, fields), true);
  }

  /** A document with its head on one line. */
  public static String line(String kind, Map<String, ?> fields) {
    return write(head(kind, fields), false);
  }

  /** A value alone, on one line. */
  public static String value(Object value) {
    return write(value, false);
  }

  private static Map<String, Object> head(String kind, Map<String, ?> fields) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", EventJson.API_VERSION);
    document.put("kind", kind);
    document.putAll(fields);
    return document;
  }

  private static String write(Object value, boolean indented) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      if (indented) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        json.setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      }
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == NULL) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Raw raw) {
      json.writeRawValue(raw.json());
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }
}
