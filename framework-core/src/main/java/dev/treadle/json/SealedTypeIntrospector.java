package dev.treadle.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import org.jspecify.annotations.Nullable;

/** Treats a sealed type as if it were annotated with the names of its permitted classes. */
final class SealedTypeIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value BY_TYPE_PROPERTY = JsonTypeInfo.Value.construct(
      JsonTypeInfo.Id.CUSTOM, JsonTypeInfo.As.PROPERTY, "@type", null, false, null, null);

  @Override
  public @Nullable TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType baseType) {
    if (!type.getRawType().isSealed() || type.getRawType().isEnum()) {
      return super.findTypeResolver(config, type, baseType);
    }
    var resolver = new SealedTypeIdResolver(baseType);
    return new StdTypeResolverBuilder().init(BY_TYPE_PROPERTY, resolver);
  }
}
