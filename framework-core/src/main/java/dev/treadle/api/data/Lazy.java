package dev.treadle.api.data;

/**
 * An input that is opened only when asked for. Bind it with {@code handle.lazy()}; an input never opened is recorded as
 * unused.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
@FunctionalInterface
public interface Lazy<T> {

  /** Loads the value on the first call; later calls give the same instance. */
  T get();
}
