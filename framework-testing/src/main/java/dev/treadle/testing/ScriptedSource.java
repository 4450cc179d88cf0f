package dev.treadle.testing;

import dev.treadle.spi.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of an array that do something when half of them are read. */
final class ScriptedSource implements ByteSource {
  private final byte[] bytes;
  private final Action atHalf;

  ScriptedSource(byte[] bytes, Action atHalf) {
    this.bytes = bytes;
    this.atHalf = atHalf;
  }

  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      private int position;
      private boolean done;

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= bytes.length / 2 && !done) {
          done = true;
          atHalf.run();
        }
        int limit = done ? length : Math.min(length, Math.max(1, bytes.length / 2 - position));
        int n = super.read(target, offset, limit);
        position += Math.max(n, 0);
        return n;
      }
    };
  }
}
