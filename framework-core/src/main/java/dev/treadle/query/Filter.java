package dev.treadle.query;

import java.util.List;
import java.util.stream.Stream;

/** Which of the things to list: a tree of conditions. */
public sealed interface Filter {
  /** The filter that everything fits. */
  static Filter all() {
    return new And(List.of());
  }

  /** All of the terms hold; of none, always. */
  record And(List<Filter> terms) implements Filter {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /** At least one of the terms holds. */
  record Or(List<Filter> terms) implements Filter {
    public Or {
      terms = List.copyOf(terms);
    }
  }

  /** The term does not hold, be it that there is nothing to compare. */
  record Not(Filter term) implements Filter {}

  /** The name contains the text, in any case of letters. */
  record NameContains(String text) implements Filter {}

  /**
   * A field compares to a value as the operator says.
   *
   * @param key of a field that has keys, such as {@code team} in {@code tag.team}; else empty
   */
  record Comparison(FilterField field, String key, Operator operator, FilterValue value)
      implements Filter {}

  /** Whether everything fits, for there are no conditions. */
  default boolean isAll() {
    return this instanceof And and && and.terms().isEmpty();
  }

  /** This filter and another one. */
  default Filter and(Filter other) {
    if (isAll()) {
      return other;
    }
    return other.isAll()
        ? this
        : new And(Stream.of(this, other)
            .flatMap(f -> f instanceof And and ? and.terms().stream() : Stream.of(f))
            .toList());
  }
}
