package dev.treadle.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that can be read again, for a retry.
 *
 * @since 0.1
 */
public interface ByteSource {

  /** Opens the bytes from their start. The caller closes it. */
  InputStream open() throws IOException;

  /** The number of bytes. */
  long length();

  /** The bytes of an array, which is not copied and must not change. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long length() {
        return bytes.length;
      }
    };
  }

  /**
   * The bytes of a file, whose size is taken now.
   *
   * @throws IOException when there is no such file
   */
  static ByteSource of(Path file) throws IOException {
    long length = Files.size(file);
    return new ByteSource() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public long length() {
        return length;
      }
    };
  }
}
