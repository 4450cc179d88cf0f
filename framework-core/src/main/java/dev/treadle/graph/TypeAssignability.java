package dev.treadle.graph;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value of one generic type fits another: by the rules of the language, with boxing and unboxing, without
 * conversions between numbers. A raw type fits any parameterization, as nothing is known of it.
 */
public final class TypeAssignability {

  private TypeAssignability() {}

  public static boolean isAssignable(Type from, Type to) {
    var source = GenericTypes.boxed(GenericTypes.upper(from));
    var target = GenericTypes.boxed(to);
    if (target.equals(source) || target == Object.class) {
      return true;
    }
    if (target instanceof WildcardType wildcard) {
      return contains(source, wildcard);
    }
    if (target instanceof TypeVariable<?> variable) {
      return Arrays.stream(variable.getBounds()).allMatch(bound -> isAssignable(source, bound));
    }
    if (target instanceof GenericArrayType array) {
      var item = itemOfArray(source);
      return item != null && isAssignable(item, array.getGenericComponentType());
    }
    if (target instanceof ParameterizedType parameterized) {
      return GenericTypes.as(source, GenericTypes.raw(target))
          .filter(seen -> !(seen instanceof ParameterizedType given) || fits(given, parameterized))
          .isPresent();
    }
    return GenericTypes.raw(target).isAssignableFrom(GenericTypes.raw(source));
  }

  private static boolean fits(ParameterizedType given, ParameterizedType wanted) {
    var givenArguments = given.getActualTypeArguments();
    var wantedArguments = wanted.getActualTypeArguments();
    for (int i = 0; i < wantedArguments.length; i++) {
      if (!(wantedArguments[i] instanceof WildcardType wildcard
          ? contains(givenArguments[i], wildcard)
          : wantedArguments[i].equals(givenArguments[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Type argument, WildcardType wildcard) {
    return Arrays.stream(wildcard.getUpperBounds()).allMatch(b -> isAssignable(argument, b))
        && Arrays.stream(wildcard.getLowerBounds()).allMatch(b -> isAssignable(b, argument));
  }

  private static @Nullable Type itemOfArray(Type type) {
    return type instanceof GenericArrayType array
        ? array.getGenericComponentType()
        : GenericTypes.raw(type).getComponentType();
  }
}
