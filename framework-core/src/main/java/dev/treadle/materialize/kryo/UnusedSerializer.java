package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;

/** Stands for classes that are written by a {@link Codec} of their declared type, never by their class alone. */
final class UnusedSerializer extends Serializer<Object> {

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    throw new IllegalStateException(object.getClass().getName() + " has no declared type here");
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    throw new IllegalStateException(type.getName() + " has no declared type here");
  }
}
