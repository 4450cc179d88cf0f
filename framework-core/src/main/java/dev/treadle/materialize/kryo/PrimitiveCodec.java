package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A primitive component or field. */
final class PrimitiveCodec extends Codec {

  static final Map<Class<?>, Codec> BY_TYPE = Map.of(
      boolean.class,
      new PrimitiveCodec((out, v) -> out.writeBoolean((Boolean) v), BoundedInput::readBoolean),
      byte.class,
      new PrimitiveCodec((out, v) -> out.writeByte((Byte) v), BoundedInput::readByte),
      short.class,
      new PrimitiveCodec((out, v) -> out.writeShort((Short) v), BoundedInput::readShort),
      char.class,
      new PrimitiveCodec((out, v) -> out.writeChar((Character) v), BoundedInput::readChar),
      int.class,
      new PrimitiveCodec(
          (out, v) -> out.writeVarInt((Integer) v, false), in -> in.readVarInt(false)),
      long.class,
      new PrimitiveCodec(
          (out, v) -> out.writeVarLong((Long) v, false), in -> in.readVarLong(false)),
      float.class,
      new PrimitiveCodec((out, v) -> out.writeFloat((Float) v), BoundedInput::readFloat),
      double.class,
      new PrimitiveCodec((out, v) -> out.writeDouble((Double) v), BoundedInput::readDouble));

  private final Writer writer;
  private final Reader reader;

  private PrimitiveCodec(Writer writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    writer.write(out, Objects.requireNonNull(value));
  }

  @Override
  Object read(PinnedKryo kryo, BoundedInput in) {
    return reader.read(in);
  }

  @Override
  boolean isNested() {
    return false;
  }

  private interface Writer {
    void write(Output out, Object value);
  }

  private interface Reader {
    Object read(BoundedInput in);
  }
}
