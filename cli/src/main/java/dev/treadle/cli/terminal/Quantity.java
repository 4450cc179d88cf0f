package dev.treadle.cli.terminal;

import dev.treadle.report.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Durations, sizes, ages and metrics for people. */
public final class Quantity {
  private Quantity() {}

  /** {@code 0.2 s}, {@code 61 m}, {@code 3.5 h}: a column of tenths, where a page has milliseconds. */
  public static String took(long millis) {
    return millis < 1_000 ? format("%.1f s", millis / 1e3) : Amount.took(millis);
  }

  /** {@code 158 kB}, {@code 12.2 kB}; units are powers of 1,000. */
  public static String size(long bytes) {
    return Amount.size(bytes);
  }

  /** {@code 2 min ago}. */
  public static String age(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < 10) {
      return "just now";
    } else if (seconds < 60) {
      return seconds + " s ago";
    } else if (seconds < 3600) {
      return seconds / 60 + " min ago";
    } else if (seconds < 86_400) {
      return seconds / 3600 + " h ago";
    }
    return seconds / 86_400 + " d ago";
  }

  /** {@code 0.990}, {@code 1,480}, {@code 4.1e-7}. */
  public static String metric(double number) {
    double size = Math.abs(number);
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    } else if (number == Math.rint(number) && size < 1e15) {
      return format("%,d", (long) number);
    } else if (size >= 1000 && size < 1e15) {
      return format("%,.1f", number);
    } else if (size >= 0.001 && size < 1000) {
      return new BigDecimal(number).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
    return format("%.1e", number);
  }

  /** {@code 1,000}. */
  public static String count(long number) {
    return Amount.count(number);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
