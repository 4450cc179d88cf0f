package dev.treadle.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;

/** Names the permitted classes of a sealed type, and those of its sealed subtypes, by simple name. */
final class SealedTypeIdResolver extends TypeIdResolverBase {

  private final JavaType base;
  private final Map<String, Class<?>> classes = new TreeMap<>();

  SealedTypeIdResolver(JavaType base) {
    super(base, null);
    this.base = base;
    collect(base.getRawClass());
  }

  private void collect(Class<?> type) {
    if (type.isSealed() && !type.isEnum()) {
      for (var permitted : type.getPermittedSubclasses()) {
        collect(permitted);
      }
    }
    if (type.isEnum() || !Modifier.isAbstract(type.getModifiers())) {
      var other = classes.put(type.getSimpleName(), type);
      if (other != null && other != type) {
        throw new JsonException(
            "Two classes of the sealed type %s have the simple name %s: %s and %s. Rename one of them"
                .formatted(
                    base.getRawClass().getName(),
                    type.getSimpleName(),
                    other.getName(),
                    type.getName()));
      }
    }
  }

  @Override
  public String idFromValue(Object value) {
    var type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    if (classes.get(type.getSimpleName()) != type) {
      throw new JsonException(
          "%s is not one of the classes of the sealed type %s that can be named: %s"
              .formatted(type.getName(), base.getRawClass().getName(), classes.keySet()));
    }
    return type.getSimpleName();
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> suggestedType) {
    return idFromValue(value);
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) throws IOException {
    var type = classes.get(id);
    if (type == null) {
      throw InvalidTypeIdException.from(
          null,
          "\"%s\" is not one of %s".formatted(id, String.join(", ", classes.keySet())),
          base,
          id);
    }
    return context.constructSpecializedType(base, type);
  }

  @Override
  public String getDescForKnownTypeIds() {
    return classes.keySet().toString();
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
