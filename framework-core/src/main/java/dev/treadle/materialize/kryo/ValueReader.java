package dev.treadle.materialize.kryo;

import dev.treadle.error.MaterializationException;
import org.jspecify.annotations.Nullable;

/** Reads values one after another from memory. */
public final class ValueReader implements AutoCloseable {

  private final KryoCodec codec;
  private final PinnedKryo kryo;
  private final Object[][] constants;
  private BoundedInput in = new BoundedInput(new byte[0]);

  ValueReader(KryoCodec codec, PinnedKryo kryo, Object[][] constants) {
    this.codec = codec;
    this.kryo = kryo;
    this.constants = constants;
  }

  /** Goes on with these bytes. */
  public void open(byte[] bytes) {
    in = new BoundedInput(bytes);
  }

  public @Nullable Object read() {
    kryo.start(constants);
    try {
      return codec.codec().read(kryo, in);
    } catch (StackOverflowError e) {
      throw kryo.tooDeep(e);
    } catch (MaterializationException e) {
      throw e;
    } catch (RuntimeException e) {
      // Damaged bytes make serializers of the JDK's types throw anything, DateTimeException for
      // one.
      throw codec.damaged(e);
    }
  }

  /** Whether all bytes were read. */
  public boolean isAtEnd() {
    return in.position() == in.limit();
  }

  @Override
  public void close() {
    codec.release(kryo);
  }
}
