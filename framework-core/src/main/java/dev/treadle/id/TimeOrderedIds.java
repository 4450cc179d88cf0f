package dev.treadle.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs of version 7 (RFC 9562). */
public final class TimeOrderedIds implements IdGenerator {
  private final TimeBasedEpochRandomGenerator generator;

  /** Takes the time from the clock and chance from a secure generator. */
  public TimeOrderedIds(Clock clock) {
    this(clock, null);
  }

  /**
   * Takes both as given.
   *
   * @param random makes ids that can be foreseen, as tests want them; null for a secure one
   */
  public TimeOrderedIds(Clock clock, @Nullable Random random) {
    this.generator = Generators.timeBasedEpochRandomGenerator(random, new UUIDClock() {
      @Override
      public long currentTimeMillis() {
        return clock.millis();
      }
    });
  }

  @Override
  public UUID next() {
    return generator.generate();
  }
}
