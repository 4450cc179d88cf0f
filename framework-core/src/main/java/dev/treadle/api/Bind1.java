package dev.treadle.api;

import java.util.Objects;

/**
 * A step call with 1 input still to bind. Each bind gives the next stage and leaves this one as it is.
 *
 * @param <A> the type of the next input
 * @param <R> the type that the step returns
 * @since 0.1
 */
public final class Bind1<A, R> {
  private final StepBinder<R> binder;

  Bind1(StepBinder<R> binder) {
    this.binder = binder;
  }

  /** Binds the next input to the result of another step. */
  public StepCall<R> with(Artifact<? extends A> input) {
    return binder.bind(Objects.requireNonNull(input, "input")).call();
  }

  /** Binds the next input to a literal, which is recorded as a parameter of the step. */
  public StepCall<R> with(A literal) {
    return binder.bindLiteral(Objects.requireNonNull(literal, "literal")).call();
  }
}
