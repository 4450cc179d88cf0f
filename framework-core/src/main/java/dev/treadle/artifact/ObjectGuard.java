package dev.treadle.artifact;

import dev.treadle.spi.StorePath;

/** Keeps objects of a store from being deleted while something that is about to be recorded relies on them. */
@FunctionalInterface
public interface ObjectGuard {
  /** Where nothing is deleted meanwhile. */
  ObjectGuard NONE = path -> 0;

  /**
   * Relies on an object from now on, be it there already or not.
   *
   * @return as long as this stays the same, nothing that was there has been deleted
   */
  long rely(StorePath path);
}
