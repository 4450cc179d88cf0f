package dev.treadle.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Sorts by the elements' own JSON where the collection has no order that a user could rely on. */
final class StableOrderSerializer extends JsonSerializer<Object> implements ContextualSerializer {

  private final JsonSerializer<Object> delegate;

  @SuppressWarnings("unchecked")
  StableOrderSerializer(JsonSerializer<?> delegate) {
    this.delegate = (JsonSerializer<Object>) delegate;
  }

  @Override
  public JsonSerializer<?> createContextual(
      SerializerProvider provider, @Nullable BeanProperty property) throws JsonMappingException {
    return new StableOrderSerializer(provider.handleSecondaryContextualization(delegate, property));
  }

  @Override
  public void serialize(Object value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    delegate.serialize(ordered(value), generator, provider);
  }

  @Override
  public void serializeWithType(
      Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    delegate.serializeWithType(ordered(value), generator, provider, type);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Object value) {
    return delegate.isEmpty(provider, value);
  }

  private static Object ordered(Object value) {
    if (value instanceof SortedMap
        || value instanceof LinkedHashMap
        || value instanceof EnumMap
        || value instanceof SortedSet
        || value instanceof LinkedHashSet
        || value instanceof EnumSet) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      var sorted = new LinkedHashMap<Object, @Nullable Object>();
      map.entrySet().stream()
          .sorted(Comparator.comparing(entry -> Json.writeString(entry.getKey())))
          .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      return sorted;
    }
    if (value instanceof Set<?> set) {
      var sorted = new LinkedHashSet<Object>();
      set.stream().sorted(Comparator.comparing(Json::writeString)).forEach(sorted::add);
      return sorted;
    }
    return value;
  }
}
