package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a sealed type as what its class reads as, with the class's simple name as in JSON. Writes nothing. */
final class VariantCodec extends Codec {

  // Kryo's own: zero is null, one announces a name, and numbers begin at two.
  private static final int NULL = 0;
  private static final int FIRST = 2 + LeafTypes.FIRST_FREE;

  private final Map<Integer, Variant> permitted = new HashMap<>();

  void link(SchemaType type, Codec codec) {
    permitted.put(type.number(), new Variant(type.name(), codec));
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    throw new IllegalStateException("A value without its class cannot be written");
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int mark = in.readVarInt(true);
    if (mark == NULL) {
      return null;
    }
    var variant = permitted.get(mark - FIRST);
    if (variant == null) {
      throw kryo.malformed("class number " + mark + ", which the sealed type does not permit");
    }
    var value = variant.codec().read(kryo, in);
    if (value instanceof Map<?, ?>) {
      // Into the same map: others may refer to it.
      @SuppressWarnings("unchecked")
      var struct = (Map<String, @Nullable Object>) value;
      struct.putIfAbsent("@type", variant.name());
    }
    return value;
  }

  private record Variant(String name, Codec codec) {}
}
