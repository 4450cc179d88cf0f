package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.Collection;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A collection by its elements. Whatever implementation was written, the one that stands for the declared type is read. */
final class CollectionCodec extends Codec {

  private final Supplier<? extends Collection<?>> factory;
  private final Codec codec;

  CollectionCodec(Supplier<? extends Collection<?>> factory, Codec codec) {
    this.factory = factory;
    this.codec = codec;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeVarInt(0, true);
      return;
    }
    if (value instanceof SortedSet<?> set && set.comparator() != null) {
      throw kryo.unwritable("a sorted set with a comparator of its own");
    }
    var collection = (Collection<?>) value;
    out.writeVarInt(collection.size() + 1, true);
    for (var element : StableOrder.of(collection, codec, kryo)) {
      codec.writePart(kryo, out, "[]", element);
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int size = in.readLength(1);
    if (size < 0) {
      return null;
    }
    @SuppressWarnings("unchecked")
    var collection = (Collection<@Nullable Object>) factory.get();
    for (int i = 0; i < size; i++) {
      collection.add(codec.readPart(kryo, in, "[]"));
    }
    return collection;
  }
}
