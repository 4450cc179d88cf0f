package dev.treadle.torture;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Has a property draw by the seed of the suites, as often as they want rounds. */
final class DrawnBySeed implements AroundPropertyHook {
  private static final int USUAL_TRIES = 15;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setSeed(Long.toString(Settings.SEED));
    context.attributes().setTries(Settings.rounds(USUAL_TRIES));
    return property.execute();
  }
}
