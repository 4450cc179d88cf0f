package dev.treadle.api.data;

/**
 * An input that is opened only when asked for. Bind it with {@code handle.lazy()}. An input that is never opened is
 * recorded as bound and unused.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
@FunctionalInterface
public interface Lazy<T> {

  /**
   * The value. The first call reads it; later calls, from any thread, give the same one.
   *
   * @throws RuntimeException when it cannot be read; the next call tries again
   */
  T get();
}
