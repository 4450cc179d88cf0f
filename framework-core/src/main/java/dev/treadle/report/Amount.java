package dev.treadle.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and durations as people read them: the same for everybody, wherever they are written. */
public final class Amount {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
          "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Amount() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  static String took(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? "" : took(Duration.between(from, to).toMillis());
  }

  /** {@code 4 ms}, {@code 2.5 s}, {@code 61 m}, {@code 3.5 h}. */
  public static String took(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    } else if (millis < 99_950) {
      return format("%.1f s", millis / 1e3);
    }
    return millis < 5_997_000 ? format("%.0f m", millis / 60e3) : format("%.1f h", millis / 3600e3);
  }

  /** {@code 158 kB}, {@code 12.2 kB}; units are powers of 1,000. */
  public static String size(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 999.5 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return format(unit == 0 || amount >= 99.95 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
  }

  /** {@code 1,000}. */
  public static String count(long number) {
    return format("%,d", number);
  }

  static String metric(double number) {
    double size = Math.abs(number);
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    } else if (number == Math.rint(number) && size < 1e15) {
      return format("%,d", (long) number);
    } else if (size >= 0.001 && size < 1e6) {
      return new BigDecimal(number)
          .setScale(size < 100 ? 4 : 1, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
    return format("%.2e", number);
  }

  /** A coordinate: at most one decimal, always with a point. */
  static String at(double value) {
    return new BigDecimal(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@code 1 step}, {@code 12 steps}. */
  static String of(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
