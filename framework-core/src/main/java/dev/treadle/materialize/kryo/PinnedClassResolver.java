package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.util.DefaultClassResolver;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;

/** Refuses class names: not even loads the class. */
final class PinnedClassResolver extends DefaultClassResolver {

  @Override
  protected Registration readName(Input input) {
    input.readVarInt(true);
    throw new MaterializationException(
        CoreProblem.MAT_FORBIDDEN_CLASS,
        "The stored bytes name the class %s, which the declared type does not allow. Declare the class itself, or permit it in a sealed type"
            .formatted(input.readString()));
  }
}
