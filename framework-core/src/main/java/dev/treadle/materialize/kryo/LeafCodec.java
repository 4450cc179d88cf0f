package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Output;
import org.jspecify.annotations.Nullable;

/** A class of the JDK that holds no others; its serializer has no state. */
final class LeafCodec extends Codec {

  private final Class<?> type;
  private final Serializer<Object> serializer;

  @SuppressWarnings("unchecked")
  LeafCodec(Class<?> type, Serializer<?> serializer) {
    this.type = type;
    this.serializer = (Serializer<Object>) serializer;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeByte(0);
      return;
    }
    if (value.getClass() != type) {
      throw kryo.forbidden(value.getClass(), type.getSimpleName());
    }
    out.writeByte(1);
    serializer.write(kryo, out, value);
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    return in.readByte() == 0 ? null : serializer.read(kryo, in, type);
  }

  @Override
  boolean isNested() {
    return false;
  }
}
