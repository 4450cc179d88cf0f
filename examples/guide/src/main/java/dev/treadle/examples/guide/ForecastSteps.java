package dev.treadle.examples.guide;

import dev.treadle.api.Caching;
import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Markdown;
import dev.treadle.examples.guide.Weather.Reading;
import java.util.Comparator;
import java.util.List;

/** How well settings foretell the last days of a station. */
public final class ForecastSteps {
  private ForecastSteps() {}

  /** Two outputs, each an artifact of its own. */
  public record Parts(List<Reading> past, List<Reading> future) implements Outputs {}

  public record Score(Smoothing setting, double level, double error) {}

  @Step
  public static Parts split(List<Reading> readings, String station, int future) {
    var own = readings.stream().filter(r -> r.station().equals(station)).toList();
    int cut = own.size() - future;
    return new Parts(List.copyOf(own.subList(0, cut)), List.copyOf(own.subList(cut, own.size())));
  }

  @Step
  public static Score score(
      StepContext ctx, Smoothing setting, double level, List<Reading> future) {
    double error = future.stream()
        .mapToDouble(reading -> Math.abs(reading.celsius() - level))
        .average()
        .orElseThrow();
    ctx.logger().info("{} is wrong by {} degrees", setting, error);
    ctx.metadata("readings", future.size());
    return new Score(setting, level, error);
  }

  @Step
  public static Score best(StepContext ctx, List<Score> scores) {
    Score best = scores.stream().min(Comparator.comparingDouble(Score::error)).orElseThrow();
    ctx.metric("error", best.error());
    ctx.output("result").metadata("alpha", best.setting().alpha());
    return best;
  }

  @Step
  public static boolean goodEnough(Score best, double limit) {
    return best.error() <= limit;
  }

  @Step(cache = Caching.OFF)
  public static void announce(StepContext ctx, Score best) {
    ctx.tag("alpha", String.valueOf(best.setting().alpha()));
  }

  @Step
  public static Markdown explain(Score best, double limit) {
    return new Markdown("The best error is " + best.error() + ", the limit " + limit + ".");
  }
}
