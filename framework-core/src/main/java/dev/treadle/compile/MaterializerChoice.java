package dev.treadle.compile;

import dev.treadle.spi.Materializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Optional;

/** Chooses the materializer of a value. */
@FunctionalInterface
public interface MaterializerChoice {

  /**
   * Chooses by type and declaration; empty when there is none.
   *
   * @param type the declared type with its arguments
   * @param declaration what the value is declared by: a step method, a record component or a type; its annotations count
   */
  Optional<Materializer<?>> choose(Type type, AnnotatedElement declaration);
}
