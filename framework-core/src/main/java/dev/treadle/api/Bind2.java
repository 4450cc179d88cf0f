package dev.treadle.api;

import java.util.Objects;

/**
 * A step call with 2 inputs still to bind. Each bind gives the next stage and leaves this one as it is.
 *
 * @param <A> the type of the next input
 * @param <B> the type of the second input
 * @param <R> the type that the step returns
 * @since 0.1
 */
public final class Bind2<A, B, R> {
  private final StepBinder<R> binder;

  Bind2(StepBinder<R> binder) {
    this.binder = binder;
  }

  /** Binds the next input to the result of another step. */
  public Bind1<B, R> with(Artifact<? extends A> input) {
    return new Bind1<>(binder.bind(Objects.requireNonNull(input, "input")));
  }

  /** Binds the next input to a literal, which is recorded as a parameter of the step. */
  public Bind1<B, R> with(A literal) {
    return new Bind1<>(binder.bindLiteral(Objects.requireNonNull(literal, "literal")));
  }
}
