package dev.treadle.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.util.Set;

/** Gives sets and maps the same text in every process: the order of {@code Set.of} is random. */
final class StableOrderModifier extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSerializer<?> modifyCollectionSerializer(
      SerializationConfig config,
      CollectionType type,
      BeanDescription description,
      JsonSerializer<?> serializer) {
    return Set.class.isAssignableFrom(type.getRawClass())
        ? new StableOrderSerializer(serializer)
        : serializer;
  }

  @Override
  public JsonSerializer<?> modifyMapSerializer(
      SerializationConfig config,
      MapType type,
      BeanDescription description,
      JsonSerializer<?> serializer) {
    return new StableOrderSerializer(serializer);
  }
}
