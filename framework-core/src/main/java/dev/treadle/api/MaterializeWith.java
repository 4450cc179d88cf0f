package dev.treadle.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the materializer of an output: on a step method for what it returns, on a component of an {@link Outputs} record
 * for that output, on a type for all its values.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface MaterializeWith {

  /** A class that implements {@code dev.treadle.spi.Materializer} and has a public no-argument constructor. */
  Class<?> value();
}
