package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class OptionalCodec extends Codec {

  private final Codec content;

  OptionalCodec(Codec content) {
    this.content = content;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    out.writeBoolean(value != null);
    if (value != null) {
      content.writePart(kryo, out, "[]", ((Optional<?>) value).orElse(null));
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    return in.readBoolean() ? Optional.ofNullable(content.readPart(kryo, in, "[]")) : null;
  }
}
