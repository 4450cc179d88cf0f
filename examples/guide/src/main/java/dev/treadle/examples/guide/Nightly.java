package dev.treadle.examples.guide;

import dev.treadle.api.Isolation;
import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.examples.guide.Weather.Reading;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Runs while nobody watches: what goes wrong by itself is tried again, and the rest is told. */
public final class Nightly implements Pipeline<NoParams> {

  /** Asks a service that does not answer at once. */
  @Step
  public static List<Reading> fetch(StepContext ctx, String station) throws IOException {
    if (ctx.attempt() == 1) {
      throw new ConnectException("no route to the station");
    }
    return List.of(
        new Reading(station, LocalDate.of(2026, 1, 5), -3.5),
        new Reading(station, LocalDate.of(2026, 1, 6), 1.5));
  }

  /** Stands for a simulation by native code. */
  @Step
  public static double simulate(List<Reading> readings) {
    var random = new Random(17);
    return readings.stream()
        .mapToDouble(r -> r.celsius() + random.nextGaussian())
        .sum();
  }

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    p.timeout(Duration.ofHours(2));
    p.listen(Alarm.class);
    p.defaults()
        .timeout(Duration.ofMinutes(20))
        .retry(
            Retry.times(4).withDelay(Duration.ofMillis(200)).withJitter(0.5).on(IOException.class));

    var readings = p.step(Nightly::fetch).with("Utö");
    p.step(Nightly::simulate)
        .with(readings)
        .isolation(Isolation.PROCESS)
        .resources(Resources.memoryMiB(256));
  }
}
