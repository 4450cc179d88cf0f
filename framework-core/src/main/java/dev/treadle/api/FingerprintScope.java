package dev.treadle.api;

/**
 * How much code enters a step's cache key.
 *
 * @since 0.1
 */
public enum FingerprintScope {
  /** The user's code that the step method can reach, and every library jar that this code refers to. */
  REACHABLE,
  /** The step's class with its nested classes. */
  CLASS,
  /** All classes of the step's package. */
  PACKAGE,
  /** The jar or class folder that holds the step. */
  JAR,
  /** No code: {@link Step#version()} alone says when the step has changed. */
  NONE
}
