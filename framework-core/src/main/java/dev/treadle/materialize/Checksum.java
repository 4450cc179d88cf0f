package dev.treadle.materialize;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Finds damage inside a file before its bytes are interpreted. Digests of whole files are checked elsewhere. */
final class Checksum {

  private Checksum() {}

  static int of(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Reads that many bytes, growing as they come: an announced length is not believed. */
  static byte[] readExactly(InputStream in, int length) throws IOException {
    if (length < 0) {
      throw new EOFException("A length of %d".formatted(length));
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("%d bytes of %d".formatted(bytes.length, length));
    }
    return bytes;
  }
}
