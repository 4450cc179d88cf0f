package dev.treadle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "49, 0.0 s",
    "2104, 2.1 s",
    "99900, 99.9 s",
    "100000, 2 m",
    "3660000, 61 m",
    "12600000, 3.5 h"
  })
  void shortensDurations(long millis, String text) {
    assertThat(Quantity.took(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "12200, 12.2 kB", "158000, 158 kB", "11000000000, 11.0 GB"})
  void shortensSizes(long bytes, String text) {
    assertThat(Quantity.size(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "3, just now",
    "59, 59 s ago",
    "120, 2 min ago",
    "7199, 1 h ago",
    "172800, 2 d ago",
    "-5, just now"
  })
  void saysHowLongAgo(long seconds, String text) {
    assertThat(Quantity.age(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.99, 0.990",
    "0.986663, 0.987",
    "99, 99",
    "1480, '1,480'",
    "4.1e-7, 4.1e-07",
    "-0.5, -0.500",
    "NaN, NaN",
    "1234.56, '1,234.6'"
  })
  void writesMetricsTheSameInEveryLocale(double number, String text) {
    assertThat(Quantity.metric(number)).isEqualTo(text);
  }
}
