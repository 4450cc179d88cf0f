package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.KryoException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by the schema that is stored beside them, without their classes: records and objects as maps, enum
 * constants as text, all else as classes of the JDK. What was shared in the value is one map. For one thread.
 */
public final class StoredValues {

  private final PinnedKryo kryo = new PinnedKryo(List.of());
  private final SchemaCodecs codecs;
  private final Codec codec;
  private final Object[][] constants;
  private BoundedInput in = new BoundedInput(new byte[0]);

  /**
   * Values of a schema.
   *
   * @throws MaterializationException when the schema is damaged, or does not say what the bytes mean without the classes
   */
  public StoredValues(byte[] encodedSchema) {
    try {
      var schema = Schema.decoded(encodedSchema);
      codecs = new SchemaCodecs(schema);
      codec = codecs.codec(codecs.root());
      constants = schema.constants().stream().map(List::toArray).toArray(Object[][]::new);
    } catch (KryoException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          "The stored schema cannot be read without the classes: " + e.getMessage(),
          e);
    }
  }

  /**
   * A component of a record whose components hold one value each.
   *
   * @param type as it was declared, by simple name
   */
  public record Field(String name, String type) {}

  /**
   * The components of the root, if it is a record that has the form of a row of a table; of a single value such as a
   * number, the one column {@code value}; else none.
   */
  public List<Field> columns() {
    var root = codecs.root();
    if (isCell(root)) {
      return List.of(new Field("value", root.toString()));
    }
    var members = codecs.members(root);
    return members.stream().allMatch(member -> isCell(member.type()))
        ? members.stream()
            .map(member -> new Field(member.name(), member.type().toString()))
            .toList()
        : List.of();
  }

  /** Goes on with these bytes. */
  public void open(byte[] bytes) {
    in = new BoundedInput(bytes);
  }

  /** The next value. */
  public @Nullable Object read() {
    kryo.start(constants);
    try {
      return codec.read(kryo, in);
    } catch (StackOverflowError e) {
      throw kryo.tooDeep(e);
    } catch (MaterializationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ, "The stored bytes of a value are damaged: " + e.getMessage(), e);
    }
  }

  /** Whether all bytes were read. */
  public boolean isAtEnd() {
    return in.position() == in.limit();
  }

  private boolean isCell(SchemaType type) {
    if (type.name().equals("Optional") && type.number() < 0) {
      return isCell(type.argument(0));
    }
    return codecs.isEnum(type)
        || (type.number() < 0
            && type.arguments().isEmpty()
            && !type.name().equals(SchemaType.ARRAY));
  }
}
