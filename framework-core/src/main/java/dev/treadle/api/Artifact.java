package dev.treadle.api;

import dev.treadle.api.data.Lazy;

/**
 * A handle of a value that a step will produce. It has no access to the value: while a pipeline is defined there is none.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
public interface Artifact<T> {

  /**
   * One component of a record. Of an {@link Outputs} record it is the artifact stored under the component's name; of
   * another record the consumer loads the whole and reads the component.
   *
   * @param accessor a reference to the record's accessor, such as {@code Split::train}
   */
  <C> Artifact<C> get(Accessor<? super T, C> accessor);

  /** The same value, opened only when the step asks for it. An input never opened is recorded as unused. */
  Artifact<Lazy<T>> lazy();
}
