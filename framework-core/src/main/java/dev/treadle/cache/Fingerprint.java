package dev.treadle.cache;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What code a step consists of, as a digest; or why that cannot be told. */
public sealed interface Fingerprint {

  /**
   * The code could be read.
   *
   * @param sha256 digest of all the code in scope, in hex
   * @param parts short digest by part, to tell later what changed: {@code pkg.Type#method}, {@code pkg.Type} for the
   *     declaration and fields, {@code jar name.jar} for a library, {@code missing pkg.Type} for an absent class. Where
   *     there are many they are told by class or by package only
   */
  record Known(String sha256, SortedMap<String, String> parts) implements Fingerprint {
    public Known {
      parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    Known(String sha256, Map<String, String> parts) {
      this(sha256, new TreeMap<>(parts));
    }
  }

  /**
   * The code could not be read, so a step without a declared version must not be taken from the cache.
   *
   * @param reason one sentence without a full stop
   */
  record Unavailable(String reason) implements Fingerprint {}
}
