package dev.treadle.api;

/**
 * The untyped inside of a step call whose inputs are being bound. Immutable: every bind gives another binder.
 *
 * @param <R> the type that the step returns
 * @since 0.1
 */
public interface StepBinder<R> {

  /** Binds the next input to a handle. */
  StepBinder<R> bind(Artifact<?> input);

  /** Binds the next input to a literal. */
  StepBinder<R> bindLiteral(Object literal);

  /** Records the call, its inputs being complete. */
  StepCall<R> call();
}
