package dev.treadle.error;

/**
 * Whose move it is when something went wrong.
 *
 * @since 0.1
 */
public enum ErrorKind {
  /** User code or user input: fix the pipeline or the command. */
  USER,
  /** A setting, a stack or the store's layout: fix the configuration. */
  CONFIGURATION,
  /** A disk, a database or a service: may pass by itself. */
  EXTERNAL,
  /** A bug in Treadle. */
  INTERNAL
}
