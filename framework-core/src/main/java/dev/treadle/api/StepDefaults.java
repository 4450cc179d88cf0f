package dev.treadle.api;

import java.time.Duration;

/**
 * Options of all steps of a pipeline that say nothing else, neither at the call nor in {@link Step}. Those of an included
 * pipeline are its own. Given last counts, whether before or after the steps.
 *
 * @since 0.1
 */
public interface StepDefaults {

  /** How failed attempts are tried again. Where a step says only how often, the pauses and exceptions given here hold. */
  StepDefaults retry(Retry retry);

  /** The longest that one attempt may take; positive. */
  StepDefaults timeout(Duration timeout);

  /** Whether stored results may be used instead of running the steps. */
  StepDefaults cached(boolean cached);

  /** Where attempts are executed. */
  StepDefaults isolation(Isolation isolation);
}
