package dev.treadle.materialize;

import dev.treadle.spi.ArtifactInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The elements of a stored array of primitives, one after another. */
public final class StoredArray implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ArrayHeader header;
  private final byte[] table;
  private long bits;
  private final ByteBuffer element = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

  private StoredArray(InputStream in, ArrayHeader header, byte[] table) {
    this.in = in;
    this.header = header;
    this.table = table;
  }

  static StoredArray open(ArtifactInput input, String file) throws IOException {
    var in = new BufferedInputStream(input.open(file), BUFFER);
    try {
      var header =
          ArrayHeader.read(ByteBuffer.wrap(in.readNBytes(ArrayHeader.SIZE)), input.size(file));
      var table = Checksum.readExactly(in, Math.toIntExact(4 * header.tableEntries()));
      return new StoredArray(in, header, table);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The type of the elements. */
  public String element() {
    return switch (header.element()) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'S' -> "short";
      case 'C' -> "char";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      default -> "double";
    };
  }

  /** The length of each dimension; of the first row where they differ. */
  public List<Integer> shape() {
    return Arrays.stream(header.lengths()).boxed().toList();
  }

  /** Whether all rows have the lengths of the other's. */
  public boolean isShapedAs(StoredArray other) {
    return Arrays.equals(header.lengths(), other.header.lengths())
        && header.elements() == other.header.elements()
        && Arrays.equals(table, other.table);
  }

  /** How many elements there are. */
  public long size() {
    return header.elements();
  }

  /** The next element; false is 0 and true is 1. */
  public double next() throws IOException {
    int width = header.width();
    if (in.readNBytes(element.array(), 0, width) < width) {
      throw new EOFException("The file of an array ends too early");
    }
    bits = element.getLong(0);
    return switch (header.element()) {
      case 'Z', 'B' -> element.get(0);
      case 'S' -> element.getShort(0);
      case 'C' -> element.getChar(0);
      case 'I' -> element.getInt(0);
      case 'J' -> element.getLong(0);
      case 'F' -> element.getFloat(0);
      default -> element.getDouble(0);
    };
  }

  /** The bytes of the element that {@link #next} gave: a {@code double} does not hold every {@code long}. */
  public long bits() {
    return bits;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
