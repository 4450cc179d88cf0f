package dev.treadle.testing;

import dev.treadle.spi.ByteSource;
import java.io.InputStream;
import java.util.Random;

/** Any number of bytes, the same each time, without holding them. */
record RandomSource(long seed, long length) implements ByteSource {

  @Override
  public InputStream open() {
    var block = new byte[1 << 20];
    new Random(seed).nextBytes(block);
    return new InputStream() {
      private long position;

      @Override
      public int read() {
        return position < length ? block[(int) (position++ % block.length)] & 0xff : -1;
      }

      @Override
      public int read(byte[] target, int offset, int count) {
        if (position >= length) {
          return -1;
        }
        int from = (int) (position % block.length);
        int n = (int) Math.min(Math.min(count, block.length - from), length - position);
        System.arraycopy(block, from, target, offset, n);
        position += n;
        return n;
      }
    };
  }
}
