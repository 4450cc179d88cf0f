package dev.treadle.diff;

import dev.treadle.graph.GenericTypes;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the type that {@link Type#getTypeName} wrote, if its classes are there. Loads classes and runs none of their code. */
final class TypeText {
  private static final Map<String, Class<?>> PRIMITIVES = Stream.<Class<?>>of(
          boolean.class,
          byte.class,
          short.class,
          char.class,
          int.class,
          long.class,
          float.class,
          double.class)
      .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  private final ClassLoader loader;
  private final String text;
  private int position;

  private TypeText(ClassLoader loader, String text) {
    this.loader = loader;
    this.text = text;
  }

  /** Empty when a class is missing, or the type is none that a value has. */
  static Optional<Type> resolve(String text, ClassLoader loader) {
    var reader = new TypeText(loader, text);
    try {
      var type = reader.type();
      return reader.position == text.length() ? Optional.of(type) : Optional.empty();
    } catch (ClassNotFoundException | LinkageError | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Type type() throws ClassNotFoundException {
    int start = position;
    while (position < text.length() && "<>,[ ".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    var name = text.substring(start, position);
    Class<?> raw =
        PRIMITIVES.containsKey(name) ? PRIMITIVES.get(name) : Class.forName(name, false, loader);
    if (accept("<")) {
      var arguments = new ArrayList<Type>();
      do {
        arguments.add(type());
      } while (accept(", "));
      if (!accept(">")) {
        throw new IllegalArgumentException(text);
      }
      return GenericTypes.parameterized(raw, arguments.toArray(Type[]::new));
    }
    while (accept("[]")) {
      raw = raw.arrayType();
    }
    return raw;
  }

  private boolean accept(String sign) {
    boolean found = text.startsWith(sign, position);
    position += found ? sign.length() : 0;
    return found;
  }
}
