package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one declared type. Holds no state of a call, so threads share it. */
abstract class Codec {

  abstract void write(PinnedKryo kryo, Output out, @Nullable Object value);

  abstract @Nullable Object read(PinnedKryo kryo, BoundedInput in);

  /** Whether a value holds others, so that it counts for the depth. */
  boolean isNested() {
    return true;
  }

  final void writePart(PinnedKryo kryo, Output out, String part, @Nullable Object value) {
    if (!isNested()) {
      write(kryo, out, value);
      return;
    }
    kryo.enter(part);
    write(kryo, out, value);
    kryo.leave();
  }

  final @Nullable Object readPart(PinnedKryo kryo, BoundedInput in, String part) {
    if (!isNested()) {
      return read(kryo, in);
    }
    kryo.enter(part);
    var value = read(kryo, in);
    kryo.leave();
    return value;
  }
}
