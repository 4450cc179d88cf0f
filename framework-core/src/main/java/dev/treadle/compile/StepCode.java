package dev.treadle.compile;

import dev.treadle.api.StepContext;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** What a step does when it is called. */
@FunctionalInterface
public interface StepCode {

  /**
   * Calls the step.
   *
   * @param values in the order of the step's inputs, the receiver first
   * @throws InvocationTargetException what the user's code threw
   */
  @Nullable
  Object call(StepContext context, Object[] values)
      throws InvocationTargetException, IllegalAccessException;
}
