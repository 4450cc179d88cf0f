package dev.treadle.api;

/**
 * How much code counts as the code of a step. When it changes, the step runs again instead of being taken from the
 * cache. Line numbers, comments, names of local variables and the order of members never count.
 *
 * @since 0.1
 */
public enum FingerprintScope {
  /**
   * The default: what the step method can reach in the user's own code, member by member, and each library jar that
   * this code refers to. Resource files and classes that are only named in text (reflection, {@code ServiceLoader})
   * are not seen: give such a step a version or a wider scope.
   */
  REACHABLE,
  /** The class that declares the step and the classes nested in it. */
  CLASS,
  /** All classes of the step's package in the same jar or folder, without sub-packages. */
  PACKAGE,
  /** All files of the jar or folder that holds the step's class, resources included. */
  JAR,
  /** No code at all: only the declared version tells whether the step changed. */
  NONE
}
