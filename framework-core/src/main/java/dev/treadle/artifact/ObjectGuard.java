package dev.treadle.artifact;

import dev.treadle.metadata.MetadataStore;
import dev.treadle.spi.StorePath;
import java.util.Collection;

/** Keeps objects of a store from being deleted while something that is about to be recorded relies on them. */
@FunctionalInterface
public interface ObjectGuard {
  /** Where nothing is deleted meanwhile. */
  ObjectGuard NONE = paths -> 0;

  /** Of what is to be recorded by that store. */
  static ObjectGuard of(MetadataStore metadata) {
    return paths -> metadata.rely(paths.stream().map(StorePath::toString).toList());
  }

  /**
   * Relies on objects from now on, be they there already or not.
   *
   * @return as long as this stays the same, nothing that was there has been deleted
   */
  long rely(Collection<StorePath> paths);
}
