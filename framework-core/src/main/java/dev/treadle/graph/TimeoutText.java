package dev.treadle.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A length of time as people write it, such as {@code 90s}. */
public final class TimeoutText {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h|d)");

  private TimeoutText() {}

  /** Whether it is empty or a length of time. */
  public static boolean isValid(String text) {
    return text.isEmpty() || TEXT.matcher(text).matches();
  }

  /** Empty when nothing or nothing valid is given. */
  public static Optional<Duration> parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }
}
