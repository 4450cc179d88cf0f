package dev.treadle.testing;

import dev.treadle.materialize.Materializers;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.util.List;

/** The contract for what the registry finds for a type. */
abstract class BuiltInContract<T> extends MaterializerContract<T> {

  private final Materializers all = new Materializers(List.of());

  @Override
  protected Materializer<? super T> materializer() {
    return all.require(type());
  }

  @Override
  protected Materializer<?> nested(Type type) {
    return all.require(type);
  }

  /** The type of a field, as the only way to write a generic type down. */
  static Type fieldType(Class<?> holder, String field) {
    try {
      return holder.getDeclaredField(field).getGenericType();
    } catch (NoSuchFieldException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
