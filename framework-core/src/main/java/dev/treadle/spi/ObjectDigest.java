package dev.treadle.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is known of an object's bytes before they are sent.
 *
 * @param sha256 64 digits of lower-case hex
 * @param size the number of bytes
 * @since 0.1
 */
public record ObjectDigest(String sha256, long size) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public ObjectDigest {
    if (!HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "A SHA-256 is 64 digits of lower-case hex, not '" + sha256 + "'");
    }
    if (size < 0) {
      throw new IllegalArgumentException("A size is not negative: " + size);
    }
  }

  /** The digest of an array. */
  public static ObjectDigest of(byte[] bytes) {
    return of(newHash().digest(bytes), bytes.length);
  }

  /** The digest of what a SHA-256 has computed over {@code size} bytes. */
  public static ObjectDigest of(byte[] hash, long size) {
    return new ObjectDigest(HexFormat.of().formatHex(hash), size);
  }

  /** The digest of all that is left in a stream, which is not closed. */
  public static ObjectDigest of(InputStream bytes) throws IOException {
    var hash = newHash();
    var buffer = new byte[1 << 16];
    long size = 0;
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      hash.update(buffer, 0, n);
      size += n;
    }
    return of(hash.digest(), size);
  }

  /** The digest of a file, read as fast as it goes. */
  public static ObjectDigest of(Path file) throws IOException {
    var hash = newHash();
    // A direct buffer saves a copy of every byte. Mapping would save one more, but a file that
    // shrinks meanwhile would
    // bring an error down on the process.
    var buffer = ByteBuffer.allocateDirect(1 << 17);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = 0;
      for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer)) {
        hash.update(buffer.flip());
        buffer.clear();
        size += n;
      }
      return of(hash.digest(), size);
    }
  }

  /** A new SHA-256. */
  public static MessageDigest newHash() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  /** Such as {@code sha256:9f2c… (1834 bytes)}. */
  @Override
  public String toString() {
    return "sha256:" + sha256 + " (" + size + " bytes)";
  }
}
