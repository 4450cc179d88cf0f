package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A primitive array, little-endian. */
final class PrimitiveArrayCodec extends Codec {

  private final Class<?> element;

  PrimitiveArrayCodec(Class<?> element) {
    this.element = element;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    int length = value == null ? -1 : Array.getLength(value);
    out.writeVarInt(length + 1, true);
    if (value instanceof double[] array) {
      out.writeDoubles(array, 0, length);
    } else if (value instanceof float[] array) {
      out.writeFloats(array, 0, length);
    } else if (value instanceof long[] array) {
      out.writeLongs(array, 0, length);
    } else if (value instanceof int[] array) {
      out.writeInts(array, 0, length);
    } else if (value instanceof short[] array) {
      out.writeShorts(array, 0, length);
    } else if (value instanceof char[] array) {
      out.writeChars(array, 0, length);
    } else if (value instanceof byte[] array) {
      out.writeBytes(array, 0, length);
    } else if (value instanceof boolean[] array) {
      out.writeBooleans(array, 0, length);
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int length = in.readLength(bytes());
    if (length < 0) {
      return null;
    }
    if (element == double.class) {
      return in.readDoubles(length);
    } else if (element == float.class) {
      return in.readFloats(length);
    } else if (element == long.class) {
      return in.readLongs(length);
    } else if (element == int.class) {
      return in.readInts(length);
    } else if (element == short.class) {
      return in.readShorts(length);
    } else if (element == char.class) {
      return in.readChars(length);
    } else if (element == byte.class) {
      return in.readBytes(length);
    }
    return in.readBooleans(length);
  }

  private int bytes() {
    if (element == double.class || element == long.class) {
      return 8;
    }
    if (element == float.class || element == int.class) {
      return 4;
    }
    return element == short.class || element == char.class ? 2 : 1;
  }

  @Override
  boolean isNested() {
    return false;
  }
}
