package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.json.Json;
import dev.treadle.json.JsonException;
import dev.treadle.materialize.type.ResolvedType;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/** Records, sealed types, enums, scalars and collections of them as one JSON file. */
final class JsonMaterializer implements Materializer<Object> {

  static final String FILE = "value.json";

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
    return JsonTypes.contain(ResolvedType.of(type));
  }

  @Override
  public String mediaType(Type type) {
    return "application/json";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    byte[] json;
    try {
      json = Json.write(value, type);
    } catch (JsonException e) {
      throw new MaterializationException(
          e.isTooDeep() ? CoreProblem.MAT_TOO_DEEP : CoreProblem.MAT_WRITE,
          String.valueOf(e.getMessage()),
          e);
    }
    try (var out = output.create(FILE)) {
      out.write(json);
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    try (var in = input.open(FILE)) {
      var value = Json.read(in, type);
      if (value == null) {
        throw new MaterializationException(
            CoreProblem.MAT_READ, "The stored value of type %s is null".formatted(type));
      }
      return value;
    } catch (JsonException e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          e.getMessage() + ". If the class changed, run the step that made the value again",
          e);
    }
  }

  @Override
  public boolean immutable(Type type) {
    return Immutability.of(ResolvedType.of(type));
  }

  @Override
  public void describe(Object value, Type type, ValueDescription description) throws IOException {
    if (value instanceof Number || value instanceof Boolean) {
      description.fact("value", value);
    }
    if (value instanceof Collection<?> collection) {
      description.fact("rows", collection.size());
    }
    if (value instanceof Map<?, ?> map) {
      description.fact("rows", map.size());
    }
    if (value instanceof Record) {
      description.fact("columns", Described.columns(ResolvedType.of(type)));
    }
    var json = Json.write(value, type);
    description.summary(Described.line(json));
    if (json.length <= Described.MAX_PREVIEW) {
      try (var preview = description.preview("application/json")) {
        preview.write(json);
      }
    }
  }
}
