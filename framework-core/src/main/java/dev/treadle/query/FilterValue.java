package dev.treadle.query;

import java.time.Instant;
import java.util.Optional;

/** What a field is compared to. */
public sealed interface FilterValue {

  /** @param number the text as a number, where it is one and the field may hold either */
  record Text(String text, Optional<Double> number) implements FilterValue {}

  /** A number, a count, milliseconds or bytes. */
  record Quantity(double number) implements FilterValue {}

  /** A point in time, or a day from its first moment to that of the next. */
  record Time(Instant from, Instant until) implements FilterValue {}
}
