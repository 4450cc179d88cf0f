package dev.treadle.api;

import java.util.Objects;

/**
 * A step call with 6 inputs still to bind. Each bind gives the next stage and leaves this one as it is.
 *
 * @param <A> the type of the next input
 * @param <B> the type of the second input
 * @param <C> the type of the third input
 * @param <D> the type of the fourth input
 * @param <E> the type of the fifth input
 * @param <F> the type of the sixth input
 * @param <R> the type that the step returns
 * @since 0.1
 */
public final class Bind6<A, B, C, D, E, F, R> {
  private final StepBinder<R> binder;

  Bind6(StepBinder<R> binder) {
    this.binder = binder;
  }

  /** Binds the next input to the result of another step. */
  public Bind5<B, C, D, E, F, R> with(Artifact<? extends A> input) {
    return new Bind5<>(binder.bind(Objects.requireNonNull(input, "input")));
  }

  /** Binds the next input to a literal, which is recorded as a parameter of the step. */
  public Bind5<B, C, D, E, F, R> with(A literal) {
    return new Bind5<>(binder.bindLiteral(Objects.requireNonNull(literal, "literal")));
  }
}
