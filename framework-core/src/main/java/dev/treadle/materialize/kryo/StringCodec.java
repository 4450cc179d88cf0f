package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import org.jspecify.annotations.Nullable;

/** Text, char by char: a lone surrogate survives. */
final class StringCodec extends Codec {

  static final StringCodec INSTANCE = new StringCodec();

  private StringCodec() {}

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    out.writeString((String) value);
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    return in.readString();
  }

  @Override
  boolean isNested() {
    return false;
  }
}
