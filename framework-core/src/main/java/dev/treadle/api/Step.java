package dev.treadle.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method as a pipeline step: a static one, or an instance method of a <em>step class</em> (a public record
 * whose components are the step's settings).
 *
 * <p>A step has at most six inputs, a receiver counted and a leading {@link StepContext} not. It is not overloaded, generic
 * or varargs. What it returns is stored as an artifact; a record that implements {@link Outputs} is stored as one artifact
 * a component. Options given where the step is called win over those given here.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Step {

  /**
   * How often a failed attempt is tried again; 0 to 100. Default, as -1: what the pipeline's {@link StepDefaults} say, else
   * not at all.
   */
  int retries() default -1;

  /** The longest that one attempt may take, such as {@code "90s"}, {@code "5m"}, {@code "2h"}. Default: no limit. */
  String timeout() default "";

  /** Where attempts are executed. Default: what the pipeline or the orchestrator says. */
  Isolation isolation() default Isolation.DEFAULT;

  /** Whether a stored result may be used instead of running the step. Default: yes. */
  Caching cache() default Caching.ON;

  /** How much code enters the cache key. Default: all that the step method can reach. */
  FingerprintScope fingerprint() default FingerprintScope.REACHABLE;

  /** Part of the cache key; change it when something that Treadle cannot see has changed. */
  String version() default "";

  /** Names of environment variables whose values the result depends on; they enter the cache key. */
  String[] environment() default {};
}
