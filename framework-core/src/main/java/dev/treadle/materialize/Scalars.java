package dev.treadle.materialize;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Immutable classes of the JDK that hold no others and have one obvious form in JSON. */
final class Scalars {

  private static final Set<Class<?>> TYPES = Set.of(
      Boolean.class,
      Byte.class,
      Short.class,
      Character.class,
      Integer.class,
      Long.class,
      Float.class,
      Double.class,
      String.class,
      BigInteger.class,
      BigDecimal.class,
      UUID.class,
      URI.class,
      Instant.class,
      Duration.class,
      LocalDate.class,
      LocalTime.class,
      LocalDateTime.class,
      ZonedDateTime.class,
      OffsetDateTime.class,
      OffsetTime.class,
      ZoneOffset.class,
      Period.class,
      Year.class,
      YearMonth.class,
      MonthDay.class,
      OptionalInt.class,
      OptionalLong.class,
      OptionalDouble.class);

  /** Their JSON text as a key is unique and reads back. */
  private static final Set<Class<?>> KEYS = Set.of(
      String.class,
      Byte.class,
      Short.class,
      Character.class,
      Integer.class,
      Long.class,
      UUID.class,
      LocalDate.class,
      Instant.class);

  private Scalars() {}

  static boolean contains(Class<?> type) {
    return type.isEnum() || (type.isPrimitive() && type != void.class) || TYPES.contains(type);
  }

  static boolean isKey(Class<?> type) {
    return type.isEnum() || KEYS.contains(type);
  }
}
