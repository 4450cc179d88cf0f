package dev.treadle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void pausesGrowByTheirFactorUpToTheLongest() {
    Retry retry = Retry.times(9)
        .withDelay(Duration.ofSeconds(2))
        .withFactor(3)
        .withMaxDelay(Duration.ofSeconds(20));

    assertThat(pauses(retry, 4))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            Duration.ofSeconds(18),
            Duration.ofSeconds(20));
  }

  @Test
  void doNotOverflowAfterAHundredRetries() {
    Retry retry = Retry.times(100).withDelay(Duration.ofDays(1)).withFactor(100);

    assertThat(Retries.pause(retry, 100, random)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void jitterTakesAwayUpToItsShare() {
    Retry retry = Retry.times(1).withDelay(Duration.ofSeconds(10)).withFactor(1).withJitter(0.25);

    List<Duration> pauses = pauses(retry, 200);

    assertThat(pauses)
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(10)));
    assertThat(Set.copyOf(pauses)).hasSizeGreaterThan(100);
  }

  private List<Duration> pauses(Retry retry, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(failures -> Retries.pause(retry, failures, random))
        .toList();
  }
}
