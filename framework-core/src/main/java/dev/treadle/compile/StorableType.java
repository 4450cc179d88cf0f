package dev.treadle.compile;

import dev.treadle.graph.GenericTypes;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;

/** Types whose values can never be stored, whatever the materializer. */
final class StorableType {
  private static final List<Class<?>> USED_UP_BY_READING = List.of(
      BaseStream.class,
      Iterator.class,
      InputStream.class,
      OutputStream.class,
      Reader.class,
      Writer.class);

  private StorableType() {}

  /** Why not, and what to do. */
  record Fault(String why, String fix) {}

  static Optional<Fault> fault(Type type) {
    if (type instanceof WildcardType) {
      return Optional.of(
          new Fault("a wildcard says nothing of the stored type", "write the type out"));
    }
    if (type instanceof TypeVariable<?>) {
      return Optional.of(new Fault("a type variable is not a type", "write the type out"));
    }
    if (type instanceof GenericArrayType array) {
      return fault(array.getGenericComponentType());
    }
    var raw = GenericTypes.raw(type);
    if (USED_UP_BY_READING.stream().anyMatch(used -> used.isAssignableFrom(raw))) {
      var fix = BaseStream.class.isAssignableFrom(raw)
          ? "return a List: add .toList()"
          : "use byte[], a Path or a List";
      return Optional.of(new Fault("it is used up by reading it once", fix));
    }
    if (type instanceof Class<?> && raw.getTypeParameters().length > 0) {
      return Optional.of(new Fault(
          "its type arguments are missing", "write %s<...>".formatted(GenericTypes.text(type))));
    }
    return type instanceof ParameterizedType parameterized
        ? Arrays.stream(parameterized.getActualTypeArguments())
            .flatMap(argument -> fault(argument).stream())
            .findFirst()
        : Optional.empty();
  }
}
