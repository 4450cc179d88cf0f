package dev.treadle.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.api.Param;
import dev.treadle.api.data.FileRef;
import dev.treadle.error.NearNames;
import dev.treadle.graph.GenericTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes JSON of what is given, type by type, and notes everything that does not fit. */
final class ParameterTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<ParameterProblem> problems = new ArrayList<>();

  List<ParameterProblem> problems() {
    return problems;
  }

  static boolean isNested(Type type) {
    return type instanceof Class<?> raw && raw.isRecord() && raw != FileRef.class;
  }

  ObjectNode record(Class<?> type, Given.Fields given, String prefix) {
    var tree = JSON.objectNode();
    var components = type.getRecordComponents();
    var names = Arrays.stream(components).map(RecordComponent::getName).toList();
    given.fields().forEach((name, value) -> {
      if (!names.contains(name)) {
        problem(prefix + name, value.place() + "unknown" + hint(name, components));
      }
    });
    for (var component : components) {
      component(component, Optional.ofNullable(given.fields().get(component.getName())), prefix)
          .ifPresent(value -> tree.set(component.getName(), value));
    }
    return tree;
  }

  private Optional<JsonNode> component(
      RecordComponent component, Optional<Given> given, String prefix) {
    var name = prefix + component.getName();
    var type = component.getGenericType();
    var value = given.or(() -> defaultValue(component));
    if (value.isPresent()) {
      return value(type, value.get(), name, Parameters.describe(component, prefix));
    }
    if (isNested(type)) {
      return Optional.of(record(component.getType(), Given.Fields.none(), name + "."));
    }
    if (component.getType() != Optional.class) {
      problem(name, "missing: " + usage(Parameters.describe(component, prefix)));
    }
    return Optional.empty();
  }

  private Optional<JsonNode> value(
      Type type, Given given, String name, ParameterDescription description) {
    var raw = GenericTypes.raw(type);
    if (raw == Optional.class) {
      return value(argument(type, 0), given, name, description);
    }
    var value = given instanceof Given.Scalar scalar ? structured(scalar, type, name) : given;
    if (isNested(type) && value instanceof Given.Fields fields) {
      return Optional.of(record(raw, fields, name + "."));
    }
    if (Map.class.isAssignableFrom(raw) && value instanceof Given.Fields fields) {
      var tree = JSON.objectNode();
      fields
          .fields()
          .forEach((key, item) -> value(argument(type, 1), item, name + "." + key, description)
              .ifPresent(json -> tree.set(key, json)));
      return Optional.of(tree);
    }
    if ((Collection.class.isAssignableFrom(raw) || raw.isArray())
        && value instanceof Given.Items items) {
      var item = raw.isArray() ? raw.getComponentType() : argument(type, 0);
      var array = JSON.arrayNode();
      items.items().forEach(of -> value(item, of, name, description).ifPresent(array::add));
      return Optional.of(array);
    }
    if (value instanceof Given.Scalar scalar && !isStructured(type)) {
      return scalar(type, scalar, name, description);
    }
    problem(
        name,
        given.place() + (given instanceof Given.Scalar s ? "'" + s.text() + "'" : "what is given")
            + " is not a " + GenericTypes.text(type) + ": " + usage(description));
    return Optional.empty();
  }

  private Optional<JsonNode> scalar(
      Type type, Given.Scalar given, String name, ParameterDescription description) {
    var isText = given.kind() == Given.Kind.FLAG || given.kind() == Given.Kind.TEXT;
    var isPlainType = GenericTypes.boxed(type) instanceof Class<?> raw
        && (Number.class.isAssignableFrom(raw) || raw == Boolean.class);
    if (!isText && !isPlainType) {
      problem(
          name,
          "%s%s is read as a %s where text is expected: write \"%s\" in quotes"
              .formatted(
                  given.place(),
                  given.text(),
                  given.kind() == Given.Kind.NUMBER ? "number" : "boolean",
                  given.text()));
      return Optional.empty();
    }
    if (given.kind() == Given.Kind.TEXT && isPlainType) {
      problem(
          name, given.place() + ScalarText.fault(given.text(), type) + ": leave the quotes out");
      return Optional.empty();
    }
    var json = ScalarText.json(given.text(), type);
    if (json.isEmpty()) {
      problem(
          name, given.place() + ScalarText.fault(given.text(), type) + ": " + usage(description));
    }
    return json;
  }

  /** A flag for something with parts: JSON, or items parted by commas. */
  private Given structured(Given.Scalar given, Type type, String name) {
    if (given.kind() != Given.Kind.FLAG || !isStructured(type)) {
      return given;
    }
    var text = given.text().strip();
    if (text.startsWith("[") || text.startsWith("{")) {
      try {
        return GivenReader.readJson(text);
      } catch (IllegalArgumentException e) {
        problem(name, "not JSON: " + e.getMessage());
        return Given.Fields.none();
      }
    }
    if (isNested(type) || Map.class.isAssignableFrom(GenericTypes.raw(type))) {
      return given;
    }
    return new Given.Items(
        text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(",", -1))
                .<Given>map(item -> new Given.Scalar(item.strip(), Given.Kind.FLAG, ""))
                .toList(),
        "");
  }

  private static boolean isStructured(Type type) {
    var raw = GenericTypes.raw(type);
    return isNested(type)
        || raw.isArray()
        || Map.class.isAssignableFrom(raw)
        || Collection.class.isAssignableFrom(raw);
  }

  private static Optional<Given> defaultValue(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Param.class))
        .map(Param::defaultValue)
        .filter(text -> !text.equals(Param.REQUIRED))
        .map(text -> new Given.Scalar(text, Given.Kind.FLAG, ""));
  }

  private static String hint(String name, RecordComponent[] components) {
    var names = Arrays.stream(components).map(RecordComponent::getName).toList();
    return NearNames.of(name, names)
        .map(near -> "; did you mean '%s' (%s)?"
            .formatted(
                near, Parameters.describe(components[names.indexOf(near)], "").kind()))
        .orElse("; there are " + String.join(", ", names));
  }

  private static String usage(ParameterDescription description) {
    return "-p %s=<%s>%s"
        .formatted(
            description.name(),
            description.type(),
            description.defaultValue().map(value -> ", default " + value).orElse(""));
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? GenericTypes.upper(parameterized.getActualTypeArguments()[index])
        : String.class;
  }

  private void problem(String name, String message) {
    problems.add(new ParameterProblem(name, message));
  }
}
