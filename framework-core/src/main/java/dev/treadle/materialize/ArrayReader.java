package dev.treadle.materialize;

import dev.treadle.spi.ArtifactInput;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads an array file: a small one from memory, a large one mapped, a gigabyte at a time. */
final class ArrayReader implements AutoCloseable {

  private static final int SMALL = 64 << 10;
  private static final long WINDOW = 1L << 30;

  private final @Nullable FileChannel channel;
  private final long size;
  private ByteBuffer buffer;
  private long bufferEnd;

  private ArrayReader(@Nullable FileChannel channel, long size, ByteBuffer buffer) {
    this.channel = channel;
    this.size = size;
    this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
    this.bufferEnd = buffer.limit();
  }

  static ArrayReader open(ArtifactInput input, String file) throws IOException {
    long size = input.size(file);
    if (size <= SMALL) {
      try (var in = input.open(file)) {
        return new ArrayReader(null, size, ByteBuffer.wrap(in.readAllBytes()));
      }
    }
    var channel = FileChannel.open(input.path(file), StandardOpenOption.READ);
    try {
      var first = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, WINDOW));
      return new ArrayReader(channel, size, first);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Object read(Class<?> element, int dimensions) throws IOException {
    var header = ArrayHeader.read(buffer, size);
    if (header.element() != Elements.letter(element) || header.dimensions() != dimensions) {
      throw ArrayHeader.damaged("it holds %d dimensions of %s, and %d of %s are wanted"
          .formatted(header.dimensions(), header.element(), dimensions, Elements.letter(element)));
    }
    var table = new int[(int) header.tableEntries()];
    buffer.position(ArrayHeader.SIZE);
    fill(table, table.length, 4);
    var array = new Rows(header, table).next(element, 0);
    if (array == null || buffer.position() != buffer.limit() || bufferEnd != size) {
      throw ArrayHeader.damaged("its elements do not fit its shape");
    }
    return array;
  }

  private void fill(Object array, int length, int width) throws IOException {
    for (int done = 0; done < length; ) {
      if (buffer.remaining() < width) {
        advance();
      }
      int part = Math.min(length - done, buffer.remaining() / width);
      Elements.get(buffer, array, done, part, width);
      done += part;
    }
  }

  private void advance() throws IOException {
    long start = bufferEnd - buffer.remaining();
    if (channel == null || bufferEnd == size) {
      throw new EOFException("The file of an array ends too early");
    }
    buffer = channel
        .map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW, size - start))
        .order(ByteOrder.LITTLE_ENDIAN);
    bufferEnd = start + buffer.limit();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** The arrays of the file, depth first. */
  private final class Rows {

    private final ArrayHeader header;
    private final int[] table;
    private int entry;

    Rows(ArrayHeader header, int[] table) {
      this.header = header;
      this.table = table;
    }

    @Nullable
    Object next(Class<?> element, int dimension) throws IOException {
      int length = length(dimension);
      if (length < 0) {
        return null;
      }
      if (dimension == header.dimensions() - 1) {
        if ((long) length * header.width() > size) {
          throw ArrayHeader.damaged("a row is longer than the file");
        }
        var row = Array.newInstance(element, length);
        fill(row, length, header.width());
        return row;
      }
      Class<?> type = element;
      for (int i = dimension + 1; i < header.dimensions(); i++) {
        type = type.arrayType();
      }
      if (header.isJagged() && length > table.length) {
        throw ArrayHeader.damaged("it announces more rows than it lists");
      }
      var rows = (@Nullable Object[]) Array.newInstance(type, length);
      for (int i = 0; i < length; i++) {
        rows[i] = next(element, dimension + 1);
      }
      return rows;
    }

    private int length(int dimension) {
      if (!header.isJagged()) {
        return header.lengths()[dimension];
      }
      if (entry == table.length) {
        throw ArrayHeader.damaged("its table of lengths is too short");
      }
      return table[entry++];
    }
  }
}
