package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** An array of references. */
final class ArrayCodec extends Codec {

  private final Class<?> element;
  private final Codec codec;

  ArrayCodec(Class<?> element, Codec codec) {
    this.element = element;
    this.codec = codec;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeVarInt(0, true);
      return;
    }
    var array = (@Nullable Object[]) value;
    if (array.getClass().getComponentType() != element) {
      throw kryo.forbidden(array.getClass(), element.getSimpleName() + "[]");
    }
    out.writeVarInt(array.length + 1, true);
    for (var item : array) {
      codec.writePart(kryo, out, "[]", item);
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int length = in.readLength(1);
    if (length < 0) {
      return null;
    }
    var array = (@Nullable Object[]) Array.newInstance(element, length);
    for (int i = 0; i < length; i++) {
      array[i] = codec.readPart(kryo, in, "[]");
    }
    return array;
  }
}
