package dev.treadle.api;

/**
 * Reads and writes artifacts that are not wired in the graph. Everything that goes through here is recorded as an observed
 * edge of the step; a step that reads so is never cached.
 *
 * @since 0.1
 */
public interface ArtifactAccess {

  /**
   * Loads a version.
   *
   * @param reference {@code name} for the newest, {@code name@7}, or {@code name@alias}
   */
  <T> T load(String reference, Class<? super T> type);

  /** Publishes a value as the next version of a global name; visible when the step has completed. */
  void save(String name, Object value);
}
