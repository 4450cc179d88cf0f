package dev.treadle.compile;

import dev.treadle.api.StepContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the step's own method. */
record MethodCode(Method method, boolean onReceiver, boolean takesContext) implements StepCode {

  @Override
  public @Nullable Object call(StepContext context, Object[] values)
      throws InvocationTargetException, IllegalAccessException {
    List<Object> arguments = new ArrayList<>(Arrays.asList(values));
    @Nullable Object receiver = onReceiver ? arguments.remove(0) : null;
    if (takesContext) {
      arguments.add(0, context);
    }
    return method.invoke(receiver, arguments.toArray());
  }
}
