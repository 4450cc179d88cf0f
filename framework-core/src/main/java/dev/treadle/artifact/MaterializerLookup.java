package dev.treadle.artifact;

import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;

/** Finds the materializer of a type, for values inside others. */
@FunctionalInterface
public interface MaterializerLookup {

  /**
   * The materializer of a type.
   *
   * @throws dev.treadle.error.TreadleException when there is none
   */
  Materializer<?> forType(Type type);
}
