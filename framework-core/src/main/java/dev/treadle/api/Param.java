package dev.treadle.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says more of a component of a parameter record.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD
})
public @interface Param {

  /** The value when none is given, written as on the command line. Default: the parameter is required. */
  String defaultValue() default REQUIRED;

  /** One line for {@code treadle pipeline params}. */
  String description() default "";

  /** The mark for "no default"; never a value. */
  String REQUIRED = "\u0000required";
}
