package dev.treadle.testing;

import dev.treadle.api.StepMethod;
import java.util.function.BiFunction;

/**
 * A step that waits for what stands in for it.
 *
 * @param <F> the step's shape
 * @since 0.1
 */
public final class Replacement<F extends StepMethod> {
  private final F step;
  private final BiFunction<StepMethod, StepMethod, PipelineHarness> replace;

  Replacement(F step, BiFunction<StepMethod, StepMethod, PipelineHarness> replace) {
    this.step = step;
    this.replace = replace;
  }

  /**
   * Runs the given code instead of the step, wherever a pipeline of this harness calls it. Its results are stored and handed
   * on like those of the step, and never taken from the cache.
   */
  public PipelineHarness with(F standIn) {
    return replace.apply(step, standIn);
  }
}
