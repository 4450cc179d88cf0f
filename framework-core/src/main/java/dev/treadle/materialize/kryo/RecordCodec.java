package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record by its accessors and its canonical constructor. A record that can hold others of its own type is written once
 * and referred to afterwards: a shared branch would be written once for each path that leads to it.
 */
final class RecordCodec extends Codec {

  private static final int NULL = 0;
  private static final int NEW = 1;
  private static final int FIRST_REFERENCE = 2;

  private final Class<?> type;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;
  private MemberCodec[] members = new MemberCodec[0];
  private boolean shared;

  RecordCodec(Class<?> type) throws ReflectiveOperationException {
    var lookup = MethodHandles.lookup();
    var components = type.getRecordComponents();
    this.type = type;
    this.accessors = new MethodHandle[components.length];
    for (int i = 0; i < components.length; i++) {
      var accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      accessors[i] =
          lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
    }
    var canonical = type.getDeclaredConstructor(
        Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new));
    canonical.setAccessible(true);
    this.constructor = lookup
        .unreflectConstructor(canonical)
        .asSpreader(Object[].class, components.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  void link(List<MemberCodec> members, boolean shared) {
    this.members = members.toArray(MemberCodec[]::new);
    this.shared = shared;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeVarInt(NULL, true);
      return;
    }
    int reference = shared ? kryo.backReference(value) : -1;
    if (reference >= 0) {
      out.writeVarInt(reference + FIRST_REFERENCE, true);
      return;
    }
    out.writeVarInt(NEW, true);
    for (int i = 0; i < members.length; i++) {
      members[i].codec().writePart(kryo, out, members[i].name(), component(i, value));
    }
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int mark = in.readVarInt(true);
    if (mark == NULL) {
      return null;
    }
    if (mark != NEW) {
      return type.cast(kryo.remembered(mark - FIRST_REFERENCE));
    }
    int number = shared ? kryo.reserve() : -1;
    var components = new @Nullable Object[members.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = members[i].codec().readPart(kryo, in, members[i].name());
    }
    var value = construct(kryo, components);
    if (shared) {
      kryo.remember(number, value);
    }
    return value;
  }

  private @Nullable Object component(int index, Object value) {
    try {
      return (@Nullable Object) accessors[index].invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("An accessor declares no checked exception", e);
    }
  }

  private Object construct(PinnedKryo kryo, @Nullable Object[] components) {
    try {
      return (Object) constructor.invokeExact(components);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          "The constructor of %s refused the stored values at %s: %s"
              .formatted(type.getSimpleName(), kryo.place(), e),
          e);
    }
  }
}
