package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.serializers.DefaultSerializers;
import com.esotericsoftware.kryo.kryo5.serializers.OptionalSerializers;
import com.esotericsoftware.kryo.kryo5.serializers.TimeSerializers;
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
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes of the JDK that hold no others. Their numbers are part of the format: append only. */
final class LeafTypes {

  /** The first number of a class of the user. */
  static final int FIRST_FREE = 100;

  private static final List<Leaf> LEAVES = List.of(
      new Leaf(10, Boolean.class, new DefaultSerializers.BooleanSerializer()),
      new Leaf(11, Byte.class, new DefaultSerializers.ByteSerializer()),
      new Leaf(12, Short.class, new DefaultSerializers.ShortSerializer()),
      new Leaf(13, Character.class, new DefaultSerializers.CharSerializer()),
      new Leaf(14, Integer.class, new DefaultSerializers.IntSerializer()),
      new Leaf(15, Long.class, new DefaultSerializers.LongSerializer()),
      new Leaf(16, Float.class, new DefaultSerializers.FloatSerializer()),
      new Leaf(17, Double.class, new DefaultSerializers.DoubleSerializer()),
      new Leaf(18, BigInteger.class, new DefaultSerializers.BigIntegerSerializer()),
      new Leaf(19, BigDecimal.class, new DefaultSerializers.BigDecimalSerializer()),
      new Leaf(20, UUID.class, new DefaultSerializers.UUIDSerializer()),
      new Leaf(21, URI.class, new DefaultSerializers.URISerializer()),
      new Leaf(22, Instant.class, new TimeSerializers.InstantSerializer()),
      new Leaf(23, Duration.class, new TimeSerializers.DurationSerializer()),
      new Leaf(24, LocalDate.class, new TimeSerializers.LocalDateSerializer()),
      new Leaf(25, LocalTime.class, new TimeSerializers.LocalTimeSerializer()),
      new Leaf(26, LocalDateTime.class, new TimeSerializers.LocalDateTimeSerializer()),
      new Leaf(27, ZonedDateTime.class, new TimeSerializers.ZonedDateTimeSerializer()),
      new Leaf(28, OffsetDateTime.class, new TimeSerializers.OffsetDateTimeSerializer()),
      new Leaf(29, OffsetTime.class, new TimeSerializers.OffsetTimeSerializer()),
      new Leaf(30, ZoneOffset.class, new TimeSerializers.ZoneOffsetSerializer()),
      new Leaf(31, Period.class, new TimeSerializers.PeriodSerializer()),
      new Leaf(32, Year.class, new TimeSerializers.YearSerializer()),
      new Leaf(33, YearMonth.class, new TimeSerializers.YearMonthSerializer()),
      new Leaf(34, MonthDay.class, new TimeSerializers.MonthDaySerializer()),
      new Leaf(35, Date.class, new DefaultSerializers.DateSerializer()),
      new Leaf(36, Locale.class, new DefaultSerializers.LocaleSerializer()),
      new Leaf(37, Currency.class, new DefaultSerializers.CurrencySerializer()),
      new Leaf(38, BitSet.class, new DefaultSerializers.BitSetSerializer()),
      new Leaf(39, OptionalInt.class, new OptionalSerializers.OptionalIntSerializer()),
      new Leaf(40, OptionalLong.class, new OptionalSerializers.OptionalLongSerializer()),
      new Leaf(41, OptionalDouble.class, new OptionalSerializers.OptionalDoubleSerializer()));

  private static final Map<Class<?>, Leaf> BY_TYPE =
      LEAVES.stream().collect(Collectors.toUnmodifiableMap(Leaf::type, leaf -> leaf));

  private LeafTypes() {}

  static @Nullable Codec find(Class<?> type) {
    if (type == String.class) {
      return StringCodec.INSTANCE;
    }
    var leaf = BY_TYPE.get(type);
    return leaf == null ? null : new LeafCodec(leaf.type(), leaf.serializer());
  }

  /** The codec of the class with that simple name. */
  static @Nullable Codec find(String simpleName) {
    if (simpleName.equals("String")) {
      return StringCodec.INSTANCE;
    }
    return LEAVES.stream()
        .filter(leaf -> leaf.type().getSimpleName().equals(simpleName))
        .findFirst()
        .map(leaf -> new LeafCodec(leaf.type(), leaf.serializer()))
        .orElse(null);
  }

  static void register(Kryo kryo) {
    LEAVES.forEach(leaf -> kryo.register(leaf.type(), leaf.serializer(), leaf.number()));
  }

  private record Leaf(int number, Class<?> type, Serializer<?> serializer) {}
}
