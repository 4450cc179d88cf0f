package dev.treadle.api;

/**
 * A call of a {@link StepRef}: inputs are bound by the names of the step's parameters, in any order.
 *
 * @param <R> the type that the step returns
 * @since 0.1
 */
public interface NamedStepCall<R> extends StepCall<R> {

  /** Binds a handle to a parameter. */
  NamedStepCall<R> with(String parameter, Artifact<?> input);

  /** Binds a literal to a parameter. */
  NamedStepCall<R> with(String parameter, Object literal);
}
