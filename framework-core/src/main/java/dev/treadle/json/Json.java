package dev.treadle.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON by Java type. What is written is the same on every JDK, locale and time zone, and reads back as
 * an equal value:
 *
 * <ul>
 *   <li>Records and plain classes by their fields. An absent or null field is left out; a field that the type does not
 *       have, a duplicate key and a missing primitive are refused.
 *   <li>A sealed type carries {@code "@type"}, the simple name of the class. Only permitted classes are read.
 *   <li>{@code NaN} and infinities are the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"};
 *       {@link java.math.BigDecimal} is a string, as a JSON number keeps only what a double holds.
 *   <li>{@code java.time} as ISO-8601, instants in UTC.
 *   <li>Sets and maps without an order of their own are sorted.
 * </ul>
 */
public final class Json {

  /** How deep values and texts may nest. */
  public static final int MAX_DEPTH = 500;

  private static final JsonMapper MAPPER = JsonMappers.create();

  private Json() {}

  /** Writes a value as its declared type. */
  public static byte[] write(@Nullable Object value, Type type) {
    try {
      return MAPPER.writerFor(javaType(type)).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw failure("Cannot write " + type.getTypeName() + " as JSON", e);
    }
  }

  /** Writes a value as its declared type and leaves the stream open. */
  public static void write(@Nullable Object value, Type type, OutputStream out) throws IOException {
    try {
      MAPPER.writerFor(javaType(type)).writeValue(out, value);
    } catch (JsonProcessingException e) {
      throw failure("Cannot write " + type.getTypeName() + " as JSON", e);
    }
  }

  /** Writes a value as text by its own class; only for values without type arguments. */
  public static String writeString(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw failure("Cannot write " + value.getClass().getName() + " as JSON", e);
    }
  }

  /** Reads a value of the type. The result is null only for {@code null}. */
  public static @Nullable Object read(byte[] json, Type type) {
    try {
      return MAPPER.readerFor(javaType(type)).readValue(json);
    } catch (IOException e) {
      throw failure("Cannot read " + type.getTypeName() + " from JSON", e);
    }
  }

  /** Reads a value of the type. The result is null only for {@code null}. */
  public static @Nullable Object read(String json, Type type) {
    try {
      return MAPPER.readerFor(javaType(type)).readValue(json);
    } catch (JsonProcessingException e) {
      throw failure("Cannot read " + type.getTypeName() + " from JSON", e);
    }
  }

  /** Reads a value of the type from the whole stream and closes it. */
  public static @Nullable Object read(InputStream json, Type type) throws IOException {
    try {
      return MAPPER.readerFor(javaType(type)).readValue(json);
    } catch (JsonProcessingException e) {
      throw failure("Cannot read " + type.getTypeName() + " from JSON", e);
    }
  }

  /** Reads a value of the class; {@code null} is refused. */
  public static <T> T read(byte[] json, Class<T> type) {
    return present(read(json, (Type) type), type);
  }

  /** Reads a value of the class; {@code null} is refused. */
  public static <T> T read(String json, Class<T> type) {
    return present(read(json, (Type) type), type);
  }

  /** Reads a value of the class from a tree; {@code null} is refused. */
  public static <T> T fromTree(JsonNode tree, Class<T> type) {
    return present(fromTree(tree, (Type) type), type);
  }

  /** The tree of a text. */
  public static JsonNode parse(String json) {
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The tree of a text in UTF-8. */
  public static JsonNode parse(byte[] json) {
    try (var parser = new SignedZeroParser(MAPPER.createParser(json))) {
      return required(MAPPER.readerFor(JsonNode.class).readValue(parser));
    } catch (IOException e) {
      throw failure("Cannot parse JSON", e);
    }
  }

  /** The tree of a value, written as its declared type. */
  public static JsonNode toTree(@Nullable Object value, Type type) {
    // Through the text, so that a value and its text never give different trees.
    return parse(write(value, type));
  }

  /** The tree of a value, written by its own class; only for values without type arguments. */
  public static JsonNode toTree(Object value) {
    return toTree(value, value.getClass());
  }

  /** A value of the type from a tree. The result is null only for {@code null}. */
  public static @Nullable Object fromTree(JsonNode tree, Type type) {
    try {
      return MAPPER.readerFor(javaType(type)).readValue(tree);
    } catch (IOException e) {
      throw failure("Cannot read " + type.getTypeName() + " from JSON", e);
    }
  }

  static JavaType javaType(Type type) {
    return MAPPER.constructType(type);
  }

  // Class.cast would refuse primitive classes.
  @SuppressWarnings("unchecked")
  private static <T> T present(@Nullable Object value, Class<T> type) {
    if (value == null) {
      throw new JsonException("Cannot read " + type.getName() + " from JSON: found null");
    }
    return (T) value;
  }

  private static JsonNode required(@Nullable JsonNode tree) {
    if (tree == null || tree instanceof MissingNode) {
      throw new JsonException("Cannot parse JSON: the text is empty");
    }
    return tree;
  }

  private static RuntimeException failure(String what, IOException e) {
    if (!(e instanceof JsonProcessingException json)) {
      return new UncheckedIOException(what, e);
    }
    var path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    return new JsonException(
        what + (path.isEmpty() ? "" : " at " + path) + ": " + json.getOriginalMessage(),
        e,
        isTooDeep(e));
  }

  private static boolean isTooDeep(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError
          || (cause instanceof StreamConstraintsException
              && String.valueOf(cause.getMessage()).contains("nesting depth"))) {
        return true;
      }
    }
    return false;
  }

  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (path.length() > 200) {
        return path.append("…").toString();
      }
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
