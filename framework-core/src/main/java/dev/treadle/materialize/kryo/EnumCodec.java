package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import org.jspecify.annotations.Nullable;

/** An enum constant by its position in the names that the schema lists, so constants may move. */
final class EnumCodec extends Codec {

  private final int number;

  EnumCodec(int number) {
    this.number = number;
  }

  // The schema beside the value says which constant the ordinal meant.
  @SuppressWarnings("EnumOrdinal")
  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    out.writeVarInt(value == null ? 0 : ((Enum<?>) value).ordinal() + 1, true);
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int position = in.readVarInt(true);
    return position == 0 ? null : kryo.constant(number, position - 1);
  }

  @Override
  boolean isNested() {
    return false;
  }
}
