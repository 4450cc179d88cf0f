package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.KryoBufferUnderflowException;
import com.esotericsoftware.kryo.kryo5.util.Pool;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.materialize.type.ResolvedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one declared type in binary form. Safe for use by many threads. */
public final class KryoCodec {

  static {
    // Kryo would reach for sun.misc.Unsafe, which newer JDKs warn of; nothing here needs it.
    if (System.getProperty("kryo.unsafe") == null) {
      System.setProperty("kryo.unsafe", "false");
    }
  }

  /** Per class, so that a class that is gone takes what was built for it along. */
  private static final ClassValue<Map<ResolvedType, Attempt>> KNOWN = new ClassValue<>() {
    @Override
    protected Map<ResolvedType, Attempt> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  };

  private final ResolvedType type;
  private final Codec codec;
  private final Schema schema;
  private final Object[][] constants;
  private final Pool<PinnedKryo> pool;

  private KryoCodec(ResolvedType type) {
    var builder = new CodecBuilder();
    this.type = type;
    this.codec = builder.build(type);
    this.schema = builder.schema();
    this.constants = builder.constantsOfEnums();
    var classes = builder.classes();
    this.pool = new Pool<>(true, true, 16) {
      @Override
      protected PinnedKryo create() {
        return new PinnedKryo(classes);
      }
    };
  }

  /** The codec of a type; empty when the type does not say which classes its values hold. */
  public static Optional<KryoCodec> find(Type type) {
    return Optional.ofNullable(attempt(type).codec());
  }

  /** Why {@link #find} gives nothing for the type. */
  public static String reason(Type type) {
    return attempt(type).reason();
  }

  private static Attempt attempt(Type type) {
    var resolved = ResolvedType.of(type);
    return KNOWN.get(resolved.raw()).computeIfAbsent(resolved, KryoCodec::attempt);
  }

  private static Attempt attempt(ResolvedType type) {
    try {
      return new Attempt(new KryoCodec(type), "");
    } catch (UnpinnedTypeException e) {
      return new Attempt(null, String.valueOf(e.getMessage()));
    }
  }

  /** What has to be kept beside the values to read them. */
  public byte[] schema() {
    return schema.encoded();
  }

  /** A writer for one thread, to be closed. */
  public ValueWriter writer() {
    return new ValueWriter(this, pool.obtain());
  }

  /**
   * A reader for one thread, to be closed.
   *
   * @throws MaterializationException when the classes are no longer what they were
   */
  public ValueReader reader(byte[] storedSchema) {
    var stored = decode(storedSchema);
    var difference = schema.differenceFrom(stored);
    if (!difference.isEmpty()) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          "Cannot read the stored value as %s: %s. Run the step that made it again, or read it with the old class"
              .formatted(type, difference));
    }
    return new ValueReader(this, pool.obtain(), constantsOf(stored));
  }

  private Schema decode(byte[] stored) {
    try {
      return Schema.decoded(stored);
    } catch (KryoException e) {
      throw damaged(e);
    }
  }

  /** Finds today's constants by the names of then; one that is gone is null, and matters only where it is used. */
  private Object[][] constantsOf(Schema stored) {
    if (stored.constants().equals(schema.constants())) {
      return constants;
    }
    var found = new Object[constants.length][];
    for (int i = 0; i < constants.length; i++) {
      var now = schema.constants().get(i);
      var values = constants[i];
      List<String> then = stored.constants().get(i);
      found[i] = then.stream()
          .map(name -> now.contains(name) ? values[now.indexOf(name)] : new MissingConstant(name))
          .toArray();
    }
    return found;
  }

  Codec codec() {
    return codec;
  }

  ResolvedType type() {
    return type;
  }

  Object[][] constants() {
    return constants;
  }

  void release(PinnedKryo kryo) {
    pool.free(kryo);
  }

  MaterializationException damaged(RuntimeException e) {
    var what = e instanceof KryoBufferUnderflowException || e instanceof IndexOutOfBoundsException
        ? "they end too early"
        : String.valueOf(e.getMessage());
    return new MaterializationException(
        CoreProblem.MAT_READ,
        "The stored bytes of a value of type %s are damaged: %s".formatted(type, what),
        e);
  }

  private record Attempt(@Nullable KryoCodec codec, String reason) {}
}
