package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.materialize.kryo.KryoCodec;
import dev.treadle.materialize.kryo.StoredValues;
import dev.treadle.materialize.type.ResolvedType;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every other type whose classes are known from its declaration, in binary form.
 *
 * <p>File: {@code TRDK}, version (1 byte), schema length (4) and schema, value length (4), CRC-32C of the value (4),
 * value. Numbers are big-endian. The schema is written so that another version of the class is noticed.
 */
final class KryoMaterializer implements Materializer<Object> {

  static final String FILE = "value.kryo";
  private static final int MAGIC = 0x5452444B;

  @Override
  public String id() {
    return "kryo";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return KryoCodec.find(type).isPresent();
  }

  @Override
  public String mediaType(Type type) {
    return "application/x-treadle-kryo";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    var codec = codec(type);
    byte[] bytes;
    try (var writer = codec.writer()) {
      writer.write(value);
      bytes = writer.take();
    }
    try (var out = new DataOutputStream(output.create(FILE))) {
      out.writeInt(MAGIC);
      out.writeByte(formatVersion());
      out.writeInt(codec.schema().length);
      out.write(codec.schema());
      out.writeInt(bytes.length);
      out.writeInt(Checksum.of(bytes));
      out.write(bytes);
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    var stored = Stored.read(input, ResolvedType.of(type));
    try (var reader = codec(type).reader(stored.schema())) {
      reader.open(stored.bytes());
      var value = reader.read();
      if (value == null || !reader.isAtEnd()) {
        throw damaged(
            ResolvedType.of(type), value == null ? "it holds null" : "bytes are left over");
      }
      return value;
    }
  }

  /** The value by its stored schema, without its classes. */
  static @Nullable Object readTree(ArtifactInput input) throws IOException {
    var stored = Stored.read(input, "unknown");
    var values = new StoredValues(stored.schema());
    values.open(stored.bytes());
    var value = values.read();
    if (!values.isAtEnd()) {
      throw damaged("unknown", "bytes are left over");
    }
    return value;
  }

  @Override
  public boolean immutable(Type type) {
    return Immutability.of(ResolvedType.of(type));
  }

  @Override
  public void describe(Object value, Type type, ValueDescription description) {
    var resolved = ResolvedType.of(type);
    if (value instanceof Record) {
      description.fact("columns", Described.columns(resolved));
    }
    if (value instanceof Collection<?> collection) {
      description.fact("rows", collection.size());
    }
    if (value instanceof Map<?, ?> map) {
      description.fact("rows", map.size());
    }
    if (value.getClass().isArray()) {
      description.fact("rows", Array.getLength(value));
    }
    description.summary(resolved.toString());
  }

  private static KryoCodec codec(Type type) {
    return KryoCodec.find(type)
        .orElseThrow(
            () -> new MaterializationException(CoreProblem.MAT_NONE, KryoCodec.reason(type)));
  }

  private static MaterializationException damaged(Object type, String what) {
    return new MaterializationException(
        CoreProblem.MAT_READ,
        "The stored file of a value of type %s is damaged: %s".formatted(type, what));
  }

  /** A file taken apart. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(byte[] schema, byte[] bytes) {

    static Stored read(ArtifactInput input, Object type) throws IOException {
      try (var in = new DataInputStream(input.open(FILE))) {
        if (in.readInt() != MAGIC || in.readByte() != 1) {
          throw damaged(type, "it does not begin as such a file");
        }
        var schema = Checksum.readExactly(in, in.readInt());
        int length = in.readInt();
        int checksum = in.readInt();
        var bytes = Checksum.readExactly(in, length);
        if (in.read() >= 0 || Checksum.of(bytes) != checksum) {
          throw damaged(type, "its checksum does not fit");
        }
        return new Stored(schema, bytes);
      } catch (EOFException e) {
        throw damaged(type, "it ends too early");
      }
    }
  }
}
