package dev.treadle.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The digests that were added last, in bounded memory. */
final class RecentDigests {
  private static final int MAX = 1 << 16;

  private final Set<String> digests =
      Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MAX;
        }
      }));

  boolean contains(String digest) {
    return digests.contains(digest);
  }

  void add(String digest) {
    digests.add(digest);
  }

  void remove(String digest) {
    digests.remove(digest);
  }
}
