package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import org.jspecify.annotations.Nullable;

/** Writes values one after another into memory. */
public final class ValueWriter implements AutoCloseable {

  private final KryoCodec codec;
  private final PinnedKryo kryo;
  private final Output out = new Output(4096, -1);

  ValueWriter(KryoCodec codec, PinnedKryo kryo) {
    this.codec = codec;
    this.kryo = kryo;
  }

  public void write(@Nullable Object value) {
    kryo.start(codec.constants());
    try {
      codec.codec().write(kryo, out, value);
    } catch (StackOverflowError e) {
      throw kryo.tooDeep(e);
    } catch (KryoException e) {
      throw new MaterializationException(
          CoreProblem.MAT_WRITE,
          "Cannot store a value of type %s: %s".formatted(codec.type(), e.getMessage()),
          e);
    }
  }

  /** The number of bytes written since the last {@link #take}. */
  public int size() {
    return out.position();
  }

  /** What was written, and starts again. */
  public byte[] take() {
    var bytes = out.toBytes();
    out.reset();
    return bytes;
  }

  @Override
  public void close() {
    codec.release(kryo);
  }
}
