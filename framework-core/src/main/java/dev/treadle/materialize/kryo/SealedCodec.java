package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sealed type: the number of the permitted class, then the value. */
final class SealedCodec extends Codec {

  private final Class<?> type;
  private final Map<Class<?>, Codec> permitted = new HashMap<>();

  SealedCodec(Class<?> type) {
    this.type = type;
  }

  void link(Class<?> subclass, Codec codec) {
    permitted.put(subclass, codec);
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    if (value == null) {
      kryo.writeClass(out, null);
      return;
    }
    var found = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    var codec = permitted.get(found);
    if (codec == null) {
      throw kryo.forbidden(found, type.getSimpleName());
    }
    kryo.writeClass(out, found);
    codec.write(kryo, out, value);
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    var registration = kryo.readClass(in);
    if (registration == null) {
      return null;
    }
    var codec = permitted.get(registration.getType());
    if (codec == null) {
      throw kryo.forbidden(registration.getType(), type.getSimpleName());
    }
    return codec.read(kryo, in);
  }
}
