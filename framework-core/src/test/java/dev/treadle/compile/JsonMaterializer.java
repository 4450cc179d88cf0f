package dev.treadle.compile;

import dev.treadle.api.MaterializeWith;
import dev.treadle.json.Json;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enough of a materializer to compile against: records, plain values and lists of them. */
public final class JsonMaterializer implements Materializer<Object> {
  private static final Set<Class<?>> PLAIN = Set.of(
      String.class,
      Integer.class,
      Long.class,
      Double.class,
      Boolean.class,
      Path.class,
      double[].class);

  public static final MaterializerChoice CHOICE = (type, declaration) -> {
    var json = new JsonMaterializer();
    return json.handles(type) || declaration.isAnnotationPresent(MaterializeWith.class)
        ? Optional.of(json)
        : Optional.empty();
  };

  @Override
  public String id() {
    return "json";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (generic.getRawType() == List.class || generic.getRawType() == Optional.class)
          && Arrays.stream(generic.getActualTypeArguments()).allMatch(this::handles);
    }
    return type instanceof Class<?> raw
        && (raw.isRecord()
            || raw.isPrimitive()
            || raw.isEnum()
            || raw.isSealed()
            || PLAIN.contains(raw));
  }

  @Override
  public String mediaType(Type type) {
    return "application/json";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    try (var out = output.create("value.json")) {
      Json.write(value, type, out);
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    try (var in = input.open("value.json")) {
      return Optional.ofNullable(Json.read(in, type)).orElseThrow();
    }
  }
}
