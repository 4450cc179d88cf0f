package dev.treadle.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treadle.api.data.Secret;
import dev.treadle.graph.GenericTypes;
import dev.treadle.json.Json;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of values that have no parts. */
final class ScalarText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<Class<?>> WHOLE =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);
  private static final Set<Class<?>> FRACTIONS =
      Set.of(Float.class, Double.class, BigDecimal.class);
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,1000}");
  private static final Pattern NUMBER = Pattern.compile(
      "[+-]?([0-9]{1,1000}(\\.[0-9]{0,1000})?|\\.[0-9]{1,1000})([eE][+-]?[0-9]{1,4})?");
  private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

  private ScalarText() {}

  /** The JSON of a text; empty when the text is not of the type. */
  static Optional<JsonNode> json(String text, Type type) {
    return node(text, GenericTypes.boxed(type)).filter(node -> isReadable(node, type));
  }

  /** {@code is not a number}, for a message about a text. */
  static String fault(String text, Type type) {
    var boxed = GenericTypes.boxed(type);
    if (type == Secret.class) {
      return "a secret is given as env:VARIABLE or secret:NAME, never by its value";
    }
    if (boxed instanceof Class<?> raw && raw.isEnum()) {
      return "'%s' is none of %s".formatted(text, constants(raw));
    }
    if (WHOLE.contains(boxed)) {
      return NUMBER.matcher(text).matches()
          ? "'%s' is not a whole number in the range of %s".formatted(text, GenericTypes.text(type))
          : "'%s' is not a number".formatted(text);
    }
    return FRACTIONS.contains(boxed)
        ? "'%s' is not a number".formatted(text)
        : boxed == Boolean.class
            ? "'%s' is neither true nor false".formatted(text)
            : "'%s' is not a %s".formatted(text, GenericTypes.text(type));
  }

  static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static Optional<JsonNode> node(String text, Type type) {
    if (WHOLE.contains(type)) {
      return INTEGER.matcher(text).matches()
          ? Optional.of(JSON.numberNode(new BigInteger(text)))
          : Optional.empty();
    }
    if (FRACTIONS.contains(type)) {
      if (NOT_FINITE.contains(text) && type != BigDecimal.class) {
        return Optional.of(JSON.textNode(text));
      }
      return NUMBER.matcher(text).matches()
          ? Optional.of(JSON.numberNode(new BigDecimal(text)))
          : Optional.empty();
    }
    if (type == Boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Optional.of(JSON.booleanNode(text.equals("true")))
          : Optional.empty();
    }
    return Optional.of(JSON.textNode(text));
  }

  private static boolean isReadable(JsonNode node, Type type) {
    try {
      return Json.fromTree(node, type) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
