package dev.treadle.diff;

import dev.treadle.json.Json;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as the text of one line that is not too long. */
final class Shown {
  private static final int LONGEST = 200;

  private Shown() {}

  /** As JSON where there is such a form; containers by their size. */
  static String json(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "{}" : "{…%d}".formatted(map.size());
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "[]" : "[…%d]".formatted(list.size());
    }
    return value instanceof String text ? Json.writeString(cut(text)) : plain(value);
  }

  /** A scalar without quotes. */
  static String plain(Object value) {
    // Unlike Double.toString the JSON form of a number is the same on every JDK.
    var isDouble = value instanceof Double || value instanceof Float;
    return cut(isDouble ? Json.writeString(value).replace("\"", "") : text(value));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal exact ? exact.toPlainString() : value.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
