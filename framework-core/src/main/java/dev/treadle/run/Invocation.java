package dev.treadle.run;

import dev.treadle.api.StepContext;
import dev.treadle.compile.CompiledStep;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a step method. */
final class Invocation {
  private Invocation() {}

  /**
   * Calls the method with its values in the order of its inputs, the receiver first.
   *
   * @throws InvocationTargetException what the user's code threw
   */
  static @Nullable Object call(CompiledStep step, StepContext context, Object[] values)
      throws InvocationTargetException, IllegalAccessException {
    List<Object> arguments = new ArrayList<>(Arrays.asList(values));
    @Nullable Object receiver = step.node().method().onReceiver() ? arguments.remove(0) : null;
    if (step.takesContext()) {
      arguments.add(0, context);
    }
    return step.method().invoke(receiver, arguments.toArray());
  }
}
