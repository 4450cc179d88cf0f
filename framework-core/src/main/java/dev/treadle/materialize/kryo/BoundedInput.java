package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.KryoBufferUnderflowException;
import org.jspecify.annotations.Nullable;

/** Allocates nothing that the remaining bytes cannot fill. */
final class BoundedInput extends Input {

  BoundedInput(byte[] bytes) {
    super(bytes);
  }

  /** The length of what follows, in elements of at least the given bytes each; -1 stands for null. */
  int readLength(int bytesOfEach) {
    int length = readVarInt(true) - 1;
    require(length, bytesOfEach);
    return length;
  }

  @Override
  public byte[] readBytes(int length) {
    require(length, 1);
    return super.readBytes(length);
  }

  @Override
  public @Nullable String readString() {
    int start = position();
    if (readVarIntFlag()) {
      // Zero is null, one is empty; a character takes at least one byte.
      require(readVarIntFlag(true) - 1, 1);
    }
    setPosition(start);
    return super.readString();
  }

  private void require(int count, int bytesOfEach) {
    if (count < -1 || (long) count * bytesOfEach > limit() - position()) {
      throw new KryoBufferUnderflowException("%d elements of %d bytes announced, %d bytes left"
          .formatted(count, bytesOfEach, limit() - position()));
    }
  }
}
