package dev.treadle.cache;

import java.util.Comparator;
import java.util.Locale;

/**
 * One part of a cache key.
 *
 * @param name of the parameter, input, output, file or variable; empty for the kinds that occur once
 */
record KeyPart(Kind kind, String name, String value) {
  /** Ignores the value. */
  static final Comparator<KeyPart> ORDER =
      Comparator.comparing(KeyPart::kind).thenComparing(KeyPart::name);

  /** As people read it, such as {@code param depth}. */
  String label() {
    return name.isEmpty() ? kind.label() : kind.label() + ' ' + name;
  }

  enum Kind {
    METHOD,
    VERSION,
    CODE,
    PARAM,
    INPUT,
    OUTPUT,
    FILE,
    ENV,
    SEED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
