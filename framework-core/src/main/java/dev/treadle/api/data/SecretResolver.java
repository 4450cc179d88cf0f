package dev.treadle.api.data;

import java.util.Optional;

/**
 * Knows the values of named secrets. Used by many threads at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SecretResolver {

  /** The value of a secret; empty when this resolver does not know the name. */
  Optional<String> resolve(String name);
}
