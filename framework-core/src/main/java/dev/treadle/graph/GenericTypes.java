package dev.treadle.graph;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions about generic types. */
public final class GenericTypes {
  private static final Map<Class<?>, Class<?>> BOXED = Map.of(
      boolean.class, Boolean.class,
      byte.class, Byte.class,
      short.class, Short.class,
      char.class, Character.class,
      int.class, Integer.class,
      long.class, Long.class,
      float.class, Float.class,
      double.class, Double.class,
      void.class, Void.class);

  private GenericTypes() {}

  private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    @Override
    public String getTypeName() {
      return raw.getName()
          + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }

    @Override
    public String toString() {
      return getTypeName();
    }

    // The JDK's own types are equal to any parameterized type with the same parts; so are these.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType type
          && type.getRawType().equals(raw)
          && Arrays.equals(type.getActualTypeArguments(), getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(getActualTypeArguments())
          ^ (raw.getDeclaringClass() == null ? 0 : raw.getDeclaringClass().hashCode())
          ^ raw.hashCode();
    }
  }

  public static Type parameterized(Class<?> raw, Type... arguments) {
    return new Parameterized(raw, List.of(arguments));
  }

  public static Type listOf(Type item) {
    return parameterized(List.class, boxed(item));
  }

  /** The wrapper of a primitive type, any other type as it is. */
  public static Type boxed(Type type) {
    return type instanceof Class<?> raw ? BOXED.getOrDefault(raw, raw) : type;
  }

  public static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return raw(((TypeVariable<?>) type).getBounds()[0]);
  }

  /** The type seen as its superclass or interface, with arguments filled in; raw types give the raw superclass. */
  public static Optional<Type> as(Type type, Class<?> wanted) {
    var raw = raw(type);
    if (raw == wanted) {
      return Optional.of(type instanceof WildcardType w ? w.getUpperBounds()[0] : type);
    }
    if (!wanted.isAssignableFrom(raw)) {
      return Optional.empty();
    }
    var variables = variables(type);
    var parents = new ArrayList<>(Arrays.asList(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      parents.add(raw.getGenericSuperclass());
    }
    return parents.stream()
        .flatMap(parent -> as(substitute(parent, variables), wanted).stream())
        .findFirst();
  }

  /** The type of a list's items. */
  public static Optional<Type> itemOf(Type list) {
    return as(list, List.class)
        .filter(ParameterizedType.class::isInstance)
        .map(type -> upper(((ParameterizedType) type).getActualTypeArguments()[0]));
  }

  /** A component's type in a record type with arguments. */
  public static Type component(Type record, RecordComponent component) {
    return substitute(component.getGenericType(), variables(record));
  }

  /** The upper bound of a wildcard, any other type as it is. */
  public static Type upper(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
  }

  /** The type as it is written in source with simple names. */
  public static String text(Type type) {
    if (type instanceof Class<?> raw) {
      return raw.getSimpleName().isEmpty() ? raw.getName() : raw.getSimpleName();
    }
    if (type instanceof ParameterizedType parameterized) {
      return text(parameterized.getRawType())
          + Arrays.stream(parameterized.getActualTypeArguments())
              .map(GenericTypes::text)
              .collect(Collectors.joining(", ", "<", ">"));
    }
    if (type instanceof GenericArrayType array) {
      return text(array.getGenericComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getLowerBounds().length > 0) {
        return "? super " + text(wildcard.getLowerBounds()[0]);
      }
      var bound = wildcard.getUpperBounds()[0];
      return bound == Object.class ? "?" : "? extends " + text(bound);
    }
    return type.getTypeName();
  }

  private static Map<TypeVariable<?>, Type> variables(Type type) {
    var variables = new HashMap<TypeVariable<?>, Type>();
    if (type instanceof ParameterizedType parameterized) {
      var names = raw(type).getTypeParameters();
      for (int i = 0; i < names.length; i++) {
        variables.put(names[i], parameterized.getActualTypeArguments()[i]);
      }
    }
    return variables;
  }

  private static Type substitute(Type type, Map<TypeVariable<?>, Type> variables) {
    if (type instanceof TypeVariable<?> variable) {
      return variables.getOrDefault(variable, variable);
    }
    if (type instanceof ParameterizedType parameterized && !variables.isEmpty()) {
      return new Parameterized(
          raw(type),
          Arrays.stream(parameterized.getActualTypeArguments())
              .map(argument -> substitute(argument, variables))
              .toList());
    }
    return type;
  }
}
