package dev.treadle.examples.guide;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.examples.guide.Weather.Reading;
import java.util.List;

/** Exponential smoothing: a step class, whose components are the settings of its steps. */
public record Smoothing(double alpha) {

  @Step
  public double fit(StepContext ctx, List<Reading> past) {
    double level = past.get(0).celsius();
    for (int i = 1; i < past.size(); i++) {
      level = alpha * past.get(i).celsius() + (1 - alpha) * level;
      ctx.metric("level", i, level);
      ctx.progress(i, past.size());
      ctx.checkCancelled();
    }
    return level;
  }
}
