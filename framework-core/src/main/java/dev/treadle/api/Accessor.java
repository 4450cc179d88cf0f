package dev.treadle.api;

import java.io.Serializable;

/**
 * A reference to a record's accessor, such as {@code Split::train}.
 *
 * @param <T> the record
 * @param <C> the component's type
 * @since 0.1
 */
@FunctionalInterface
public interface Accessor<T, C> extends Serializable {
  /** Reads the component. Never called by Treadle: the reference names it. */
  C read(T value);
}
