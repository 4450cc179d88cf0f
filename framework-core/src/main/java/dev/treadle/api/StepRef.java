package dev.treadle.api;

import java.util.Objects;

/**
 * A step named by class and method, for languages and generators without method references. Inputs are bound by name and
 * checked when the pipeline is compiled.
 *
 * @param <R> the type that the step returns, as claimed
 * @since 0.1
 */
@SuppressWarnings("UnusedTypeParameter")
public final class StepRef<R> {
  private final Class<?> owner;
  private final String method;
  private final Class<?> claimedType;

  private StepRef(Class<?> owner, String method, Class<?> claimedType) {
    this.owner = Objects.requireNonNull(owner, "owner");
    this.method = Objects.requireNonNull(method, "method");
    this.claimedType = Objects.requireNonNull(claimedType, "type");
  }

  /** A reference to the only step method of that name. */
  public static StepRef<Object> of(Class<?> owner, String method) {
    return new StepRef<>(owner, method, Object.class);
  }

  /** The same reference with a claim of what the step returns; checked when the pipeline is compiled. */
  public <S> StepRef<S> returning(Class<? super S> type) {
    return new StepRef<>(owner, method, type);
  }

  /** The class that declares the step. */
  public Class<?> owner() {
    return owner;
  }

  /** The name of the step method. */
  public String method() {
    return method;
  }

  /** The raw type that the step is claimed to return; {@code Object} when nothing was claimed. */
  public Class<?> claimedType() {
    return claimedType;
  }

  @Override
  public String toString() {
    return owner.getName() + "::" + method;
  }
}
