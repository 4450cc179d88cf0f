package dev.treadle.artifact;

import dev.treadle.spi.StorePath;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects that were seen in the store last, in bounded memory: each known until something is deleted there. */
final class KnownObjects {
  private static final int MAX = 1 << 16;

  private final Map<StorePath, Long> sweeps = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<StorePath, Long> eldest) {
      return size() > MAX;
    }
  };

  /** @param now what relying on the object gave */
  synchronized boolean contains(StorePath path, long now) {
    return sweeps.getOrDefault(path, -1L) == now;
  }

  synchronized void add(StorePath path, long now) {
    sweeps.put(path, now);
  }

  synchronized void remove(StorePath path) {
    sweeps.remove(path);
  }
}
