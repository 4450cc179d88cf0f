package dev.treadle.api;

import dev.treadle.api.run.RunListener;
import java.time.Duration;

/**
 * One call of a step in a pipeline, with all inputs bound: the handle of its result, and its options. An option given
 * twice counts as given last.
 *
 * @param <R> the type that the step returns; {@code Void} for void steps
 * @since 0.1
 */
public interface StepCall<R> extends Artifact<R> {

  /** Names the node; default the method's name, with a number from the second one on. */
  StepCall<R> named(String name);

  /** How often a failed attempt is tried again; 0 to 100. Pauses and exceptions are those of the pipeline's defaults. */
  StepCall<R> retry(int retries);

  /** How failed attempts are tried again. */
  StepCall<R> retry(Retry retry);

  /** The longest that one attempt may take; positive. */
  StepCall<R> timeout(Duration timeout);

  /** Whether a stored result may be used instead of running the step. */
  StepCall<R> cached(boolean cached);

  /** Waits for other handles without taking their values. */
  StepCall<R> after(Artifact<?>... others);

  /** Where attempts are executed. */
  StepCall<R> isolation(Isolation isolation);

  /**
   * Tells a listener of this step: its starts, retries and ends, of each item inside a map.
   *
   * @param listener a public class with a public constructor without parameters
   */
  StepCall<R> listen(Class<? extends RunListener> listener);

  /** What one attempt needs. */
  StepCall<R> resources(Resources resources);

  /** Publishes the only output under a global name instead of {@code pipeline/node/output}. */
  StepCall<R> outputNamed(String name);

  /** Publishes one of several outputs under a global name. */
  StepCall<R> outputNamed(String output, String name);

  /** Tags the step's runs. */
  StepCall<R> tag(String key, String value);
}
