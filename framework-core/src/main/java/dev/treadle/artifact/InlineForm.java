package dev.treadle.artifact;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A small artifact as one array: parts, each after its length in four bytes. The first is the manifest; the others are
 * the files, or the inline items of a list, in the manifest's order.
 */
final class InlineForm {
  /** The most that an artifact kept in its record has in its files. */
  static final int LIMIT = 4096;

  private InlineForm() {}

  static byte[] pack(byte[] manifest, List<byte[]> parts) {
    int size = parts.stream().mapToInt(part -> 4 + part.length).sum();
    var packed = ByteBuffer.allocate(4 + manifest.length + size);
    packed.putInt(manifest.length).put(manifest);
    parts.forEach(part -> packed.putInt(part.length).put(part));
    return packed.array();
  }

  /** All parts. What does not add up gives an {@link IllegalArgumentException}. */
  static List<byte[]> unpack(byte[] packed) {
    var bytes = ByteBuffer.wrap(packed);
    var parts = new ArrayList<byte[]>();
    while (bytes.hasRemaining()) {
      int length = bytes.remaining() < 4 ? -1 : bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        throw new IllegalArgumentException("The artifact kept in the record is truncated");
      }
      var part = new byte[length];
      bytes.get(part);
      parts.add(part);
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("The artifact kept in the record is empty");
    }
    return parts;
  }
}
