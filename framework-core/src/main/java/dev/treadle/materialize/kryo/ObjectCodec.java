package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * A plain class by its fields. Such objects have an identity, so each is written once and referred to afterwards;
 * cycles are kept. Made by the no-argument constructor if there is one, else without any.
 */
final class ObjectCodec extends Codec {

  private static final int NULL = 0;
  private static final int NEW = 1;
  private static final int FIRST_REFERENCE = 2;

  private final Class<?> type;
  private final ObjectInstantiator<?> instantiator;
  private final List<Part> parts = new ArrayList<>();

  ObjectCodec(Class<?> type) {
    this.type = type;
    this.instantiator = instantiator(type);
  }

  void link(Field field, Codec codec) {
    field.setAccessible(true);
    parts.add(new Part(field, codec));
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      out.writeVarInt(NULL, true);
      return;
    }
    if (value.getClass() != type) {
      throw kryo.forbidden(value.getClass(), type.getSimpleName());
    }
    int reference = kryo.backReference(value);
    if (reference >= 0) {
      out.writeVarInt(reference + FIRST_REFERENCE, true);
      return;
    }
    out.writeVarInt(NEW, true);
    try {
      for (var part : parts) {
        part.codec().writePart(kryo, out, part.field().getName(), part.field().get(value));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The fields of %s were made accessible".formatted(type), e);
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
    var value = instantiator.newInstance();
    kryo.remember(kryo.reserve(), value);
    try {
      for (var part : parts) {
        part.field().set(value, part.codec().readPart(kryo, in, part.field().getName()));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The fields of %s were made accessible".formatted(type), e);
    }
    return value;
  }

  private static ObjectInstantiator<?> instantiator(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return () -> {
        try {
          return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("The constructor of %s failed".formatted(type), e);
        }
      };
    } catch (NoSuchMethodException e) {
      return new StdInstantiatorStrategy().newInstantiatorOf(type);
    }
  }

  private record Part(Field field, Codec codec) {}
}
