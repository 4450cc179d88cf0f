package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The first 64 bytes of an array file, little-endian:
 *
 * <pre>
 *  0  8  "TRDLARR" and version 1
 *  8  1  element, as in class names: Z B S C I J F D
 *  9  1  dimensions, 1 to 3
 * 10  1  1 when rows differ in length or are null: a table of all lengths follows
 * 16  3×8  lengths of the dimensions, of the first row where they differ
 * 40  8  entries of the table of lengths, 4 bytes each, depth first, -1 for null
 * 48  8  elements
 * </pre>
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record ArrayHeader(
    char element,
    int dimensions,
    int[] lengths,
    boolean isJagged,
    long tableEntries,
    long elements) {

  static final int SIZE = 64;

  static ArrayHeader read(ByteBuffer bytes, long fileSize) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < SIZE) {
      throw damaged("it is shorter than its header");
    }
    var magic = new byte[8];
    bytes.get(0, magic);
    int dimensions = bytes.get(9);
    if (!Arrays.equals(magic, magic()) || dimensions < 1 || dimensions > 3) {
      throw damaged("it does not begin as such a file");
    }
    var lengths = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      long length = bytes.getLong(16 + 8 * i);
      if (length < 0 || length > Integer.MAX_VALUE) {
        throw damaged("its shape is impossible");
      }
      lengths[i] = (int) length;
    }
    var header = new ArrayHeader(
        (char) bytes.get(8),
        dimensions,
        lengths,
        bytes.get(10) == 1,
        bytes.getLong(40),
        bytes.getLong(48));
    header.check(fileSize);
    return header;
  }

  private void check(long fileSize) {
    long limit = fileSize / Math.max(1, width());
    boolean fits = tableEntries >= 0
        && elements >= 0
        && tableEntries <= fileSize / 4
        && elements <= limit
        && SIZE + 4 * tableEntries + width() * elements == fileSize;
    if (!fits) {
      throw damaged("its size does not fit its shape");
    }
    // Outer arrays are made before their rows are read, so their number is bound to what is there.
    if (!isJagged && (product() != elements || (elements == 0 && lengths[0] > 0))) {
      throw damaged("its size does not fit its shape");
    }
  }

  private long product() {
    long product = 1;
    for (int length : lengths) {
      product = Math.multiplyExact(product, (long) length);
    }
    return product;
  }

  ByteBuffer bytes() {
    var bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(0, magic()).put(8, (byte) element).put(9, (byte) dimensions);
    bytes.put(10, (byte) (isJagged ? 1 : 0));
    for (int i = 0; i < dimensions; i++) {
      bytes.putLong(16 + 8 * i, lengths[i]);
    }
    return bytes.putLong(40, tableEntries).putLong(48, elements);
  }

  /** The bytes of an element. */
  int width() {
    return switch (element) {
      case 'Z', 'B' -> 1;
      case 'S', 'C' -> 2;
      case 'I', 'F' -> 4;
      case 'J', 'D' -> 8;
      default -> throw damaged("its elements are of an unknown type");
    };
  }

  private static byte[] magic() {
    return new byte[] {'T', 'R', 'D', 'L', 'A', 'R', 'R', 1};
  }

  static MaterializationException damaged(String what) {
    return new MaterializationException(
        CoreProblem.MAT_READ, "The stored file of an array is damaged: " + what);
  }
}
