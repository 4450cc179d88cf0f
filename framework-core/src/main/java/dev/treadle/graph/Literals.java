package dev.treadle.graph;

import dev.treadle.api.data.Secret;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.json.Json;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Literals as JSON. The text is that of {@link Json} and not the canonical one of RFC 8785, which turns a {@code long}
 * beyond 2^53 into a string; whoever digests it makes it canonical first.
 */
final class Literals {

  private Literals() {}

  /** What became of a literal: a binding, or the reason why there is none. */
  record Bound(BindingSpec binding, List<Problem> problems) {}

  static Bound bind(Object value, Type type, String input, SourceLocation location) {
    if (value instanceof Secret secret) {
      return new Bound(new BindingSpec.SecretReference(secret.reference()), List.of());
    }
    try {
      var json = json(value, type);
      return new Bound(new BindingSpec.Literal(json), List.of());
    } catch (IllegalArgumentException | ClassCastException e) {
      var problem = new Problem(
          CoreProblem.PARAM_LITERAL,
          "The literal of type %s for %s does not survive a round trip through JSON: %s."
              .formatted(GenericTypes.text(value.getClass()), input, firstLine(e)),
          List.of("bound at " + location.longText()),
          "let a step make the value, or pass a record of plain values");
      return new Bound(new BindingSpec.Literal("null"), List.of(problem));
    }
  }

  private static String json(Object value, Type type) {
    if (value instanceof String || value instanceof Boolean || value instanceof Integer) {
      return Json.writeString(value);
    }
    var json = text(value, type);
    var back = Json.read(json, type);
    if (back == null || !text(back, type).equals(json)) {
      throw new IllegalArgumentException("it reads back as another value");
    }
    return json;
  }

  private static String text(Object value, Type type) {
    return new String(Json.write(value, type), StandardCharsets.UTF_8);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(line -> line.replaceFirst(" \\(no Creators.*", ""))
        .findFirst()
        .orElse(e.getClass().getSimpleName());
  }
}
