package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map by its entries. Whatever implementation was written, the one that stands for the declared type is read. */
final class MapCodec extends Codec {

  private final Supplier<? extends Map<?, ?>> factory;
  private final Codec keys;
  private final Codec values;

  MapCodec(Supplier<? extends Map<?, ?>> factory, Codec keys, Codec values) {
    this.factory = factory;
    this.keys = keys;
    this.values = values;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeVarInt(0, true);
      return;
    }
    if (value instanceof SortedMap<?, ?> map && map.comparator() != null) {
      throw kryo.unwritable("a sorted map with a comparator of its own");
    }
    var map = (Map<?, ?>) value;
    out.writeVarInt(map.size() + 1, true);
    for (var key : StableOrder.keysOf(map, keys, kryo)) {
      keys.writePart(kryo, out, "[key]", key);
      values.writePart(kryo, out, "[]", map.get(key));
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int size = in.readLength(2);
    if (size < 0) {
      return null;
    }
    @SuppressWarnings("unchecked")
    var map = (Map<@Nullable Object, @Nullable Object>) factory.get();
    for (int i = 0; i < size; i++) {
      var key = keys.readPart(kryo, in, "[key]");
      map.put(key, values.readPart(kryo, in, "[]"));
    }
    return map;
  }
}
