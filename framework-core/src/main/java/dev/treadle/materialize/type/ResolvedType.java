package dev.treadle.materialize.type;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class with its type arguments. A wildcard stands for its upper bound, a variable that nothing binds for its bound,
 * an argument that is not given for {@code Object}. An array has its element as the only argument.
 */
public record ResolvedType(Class<?> raw, List<ResolvedType> arguments) {

  public ResolvedType {
    arguments = List.copyOf(arguments);
  }

  public static ResolvedType of(Type type) {
    return resolve(type, Map.of());
  }

  private static ResolvedType resolve(Type type, Map<TypeVariable<?>, ResolvedType> bindings) {
    if (type instanceof Class<?> raw) {
      return raw.isArray()
          ? new ResolvedType(raw, List.of(resolve(raw.getComponentType(), bindings)))
          : new ResolvedType(raw, List.of());
    }
    if (type instanceof ParameterizedType parameterized) {
      var arguments = Arrays.stream(parameterized.getActualTypeArguments())
          .map(argument -> resolve(argument, bindings))
          .toList();
      return new ResolvedType((Class<?>) parameterized.getRawType(), arguments);
    }
    if (type instanceof GenericArrayType array) {
      var element = resolve(array.getGenericComponentType(), bindings);
      return new ResolvedType(element.raw().arrayType(), List.of(element));
    }
    if (type instanceof WildcardType wildcard) {
      return resolve(wildcard.getUpperBounds()[0], bindings);
    }
    if (type instanceof TypeVariable<?> variable) {
      var bound = bindings.get(variable);
      // A bound may name its own variable, as in T extends Comparable<T>: its arguments are
      // dropped.
      return bound != null ? bound : new ResolvedType(erase(variable.getBounds()[0]), List.of());
    }
    throw new IllegalArgumentException(
        "Unknown kind of type: " + type.getClass().getName());
  }

  private static Class<?> erase(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : Object.class;
  }

  /** The argument, {@code Object} when it was not given. */
  public ResolvedType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : of(Object.class);
  }

  /** The components of a record, in order. */
  public List<ResolvedMember> components() {
    var bindings = bindings();
    return Arrays.stream(raw.getRecordComponents())
        .map(c -> new ResolvedMember(c.getName(), resolve(c.getGenericType(), bindings)))
        .toList();
  }

  /** The stored fields: neither static nor transient, those of superclasses first. */
  public Map<Field, ResolvedType> fields() {
    var fields = new LinkedHashMap<Field, ResolvedType>();
    superclass().ifPresent(parent -> fields.putAll(parent.fields()));
    var bindings = bindings();
    for (var field : raw.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        fields.put(field, resolve(field.getGenericType(), bindings));
      }
    }
    return fields;
  }

  /** The superclass with its arguments; empty for interfaces and below {@code Object}. */
  public Optional<ResolvedType> superclass() {
    var parent = raw.getGenericSuperclass();
    return parent == null || parent == Object.class
        ? Optional.empty()
        : Optional.of(resolve(parent, bindings()));
  }

  /** This type seen as one of its supertypes, with the arguments it gives to it. */
  public Optional<ResolvedType> as(Class<?> supertype) {
    if (raw == supertype) {
      return Optional.of(this);
    }
    if (!supertype.isAssignableFrom(raw)) {
      return Optional.empty();
    }
    var bindings = bindings();
    var parents = new ArrayList<Type>(Arrays.asList(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      parents.add(raw.getGenericSuperclass());
    }
    return parents.stream()
        .flatMap(parent -> resolve(parent, bindings).as(supertype).stream())
        .findFirst();
  }

  /** The classes that a sealed type permits, with the arguments that follow from those of this type. */
  public List<ResolvedType> permitted() {
    var permitted = new ArrayList<ResolvedType>();
    for (var subclass : raw.getPermittedSubclasses()) {
      permitted.add(subtype(subclass));
    }
    return permitted;
  }

  private ResolvedType subtype(Class<?> subclass) {
    var parents = new ArrayList<Type>(Arrays.asList(subclass.getGenericInterfaces()));
    var superclass = subclass.getGenericSuperclass();
    if (superclass != null) {
      parents.add(superclass);
    }
    var bindings = new HashMap<TypeVariable<?>, ResolvedType>();
    for (var parent : parents) {
      if (parent instanceof ParameterizedType p && p.getRawType() == raw) {
        for (int i = 0; i < arguments.size(); i++) {
          if (p.getActualTypeArguments()[i] instanceof TypeVariable<?> variable) {
            bindings.put(variable, arguments.get(i));
          }
        }
      }
    }
    return new ResolvedType(
        subclass,
        Arrays.stream(subclass.getTypeParameters())
            .map(variable -> resolve(variable, bindings))
            .toList());
  }

  private Map<TypeVariable<?>, ResolvedType> bindings() {
    var bindings = new HashMap<TypeVariable<?>, ResolvedType>();
    var parameters = raw.getTypeParameters();
    for (int i = 0; i < Math.min(parameters.length, arguments.size()); i++) {
      bindings.put(parameters[i], arguments.get(i));
    }
    return bindings;
  }

  /** The same as a type of the JDK. */
  public Type type() {
    return arguments.isEmpty() || raw.isArray() ? raw : new Parameterized(this);
  }

  @Override
  public String toString() {
    if (raw.isArray()) {
      return argument(0) + "[]";
    }
    var name = raw.getSimpleName().isEmpty() ? raw.getName() : raw.getSimpleName();
    return arguments.isEmpty()
        ? name
        : arguments.stream()
            .map(ResolvedType::toString)
            .collect(Collectors.joining(", ", name + "<", ">"));
  }

  private record Parameterized(ResolvedType resolved) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return resolved.arguments().stream().map(ResolvedType::type).toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return resolved.raw();
    }

    @Override
    public @Nullable Type getOwnerType() {
      return resolved.raw().getDeclaringClass();
    }

    @Override
    public String toString() {
      return resolved.toString();
    }
  }
}
