package dev.treadle.materialize;

import dev.treadle.materialize.type.ResolvedType;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Primitive arrays of one to three dimensions as raw little-endian elements behind a header of 64 bytes, so that other
 * programs can map the file. Rows may differ in length or be null.
 */
final class ArrayMaterializer implements Materializer<Object> {

  static final String FILE = "array.bin";
  private static final int CHUNK = 1 << 18;

  @Override
  public String id() {
    return "array";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    var raw = ResolvedType.of(type).raw();
    return raw.isArray() && element(raw).isPrimitive() && dimensions(raw) <= 3;
  }

  @Override
  public String mediaType(Type type) {
    return "application/x-treadle-array";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    var raw = ResolvedType.of(type).raw();
    var shape = new ArrayShape[1];
    var header = ArrayShape.of(value, element(raw), dimensions(raw), shape);
    try (var out = output.create(FILE)) {
      out.write(header.bytes().array());
      if (header.isJagged()) {
        var table = shape[0].table();
        var bytes = ByteBuffer.allocate(4 * table.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(table);
        out.write(bytes.array());
      }
      var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
      writeElements(value, header.width(), chunk, out);
      out.write(chunk.array(), 0, chunk.position());
    }
  }

  // The chunk is our own and starts at zero.
  @SuppressWarnings("ByteBufferBackingArray")
  private static void writeElements(
      @Nullable Object array, int width, ByteBuffer chunk, OutputStream out) throws IOException {
    if (array instanceof @Nullable Object[] rows) {
      for (var row : rows) {
        writeElements(row, width, chunk, out);
      }
      return;
    }
    int length = array == null ? 0 : Array.getLength(array);
    for (int done = 0; done < length && array != null; ) {
      if (chunk.remaining() < width) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      int part = Math.min(length - done, chunk.remaining() / width);
      Elements.put(chunk, array, done, part, width);
      done += part;
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    var raw = ResolvedType.of(type).raw();
    try (var reader = ArrayReader.open(input, FILE)) {
      return reader.read(element(raw), dimensions(raw));
    }
  }

  @Override
  public void describe(Object value, Type type, ValueDescription description) {
    var raw = ResolvedType.of(type).raw();
    var header = ArrayShape.of(value, element(raw), dimensions(raw), new ArrayShape[1]);
    List<Integer> lengths = Arrays.stream(header.lengths()).boxed().toList();
    description.fact("shape", lengths);
    description.fact("element", element(raw).getName());
    description.fact("rows", lengths.get(0));
    description.summary(element(raw).getName()
        + lengths.stream().map(String::valueOf).collect(Collectors.joining(" × ", " ", ""))
        + (header.isJagged() ? ", rows differ in length" : ""));
    var range = new ArrayRange();
    range.include(value);
    range.describe(description);
  }

  private static Class<?> element(Class<?> array) {
    Class<?> element = array;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }

  private static int dimensions(Class<?> array) {
    return array.isArray() ? 1 + dimensions(array.getComponentType()) : 0;
  }
}
