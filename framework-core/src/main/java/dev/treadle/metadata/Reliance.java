package dev.treadle.metadata;

import java.util.Set;

/**
 * What content that is not a run's relies on.
 *
 * @param sweeps how often objects had been deleted before its own were stored
 * @param objects the paths of its objects in the artifact store
 */
public record Reliance(long sweeps, Set<String> objects) {
  public Reliance {
    objects = Set.copyOf(objects);
  }
}
