package dev.treadle.testing;

import dev.treadle.api.StepContext;
import dev.treadle.api.StepMethod;
import dev.treadle.compile.StepCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lambda of a test in the place of a step. */
record StandIn(StepMethod lambda, Method call) implements StepCode {

  /** The shape's only method says where the context goes. */
  static StandIn of(StepMethod lambda) {
    Method call = Stream.of(lambda.getClass().getInterfaces())
        .filter(StepMethod.class::isAssignableFrom)
        .flatMap(shape -> Stream.of(shape.getMethods()))
        .filter(method -> method.getName().equals("call"))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Not a step's shape: " + lambda.getClass()));
    return new StandIn(lambda, call);
  }

  @Override
  public @Nullable Object call(StepContext context, Object[] values)
      throws InvocationTargetException, IllegalAccessException {
    List<Object> arguments = new ArrayList<>(Arrays.asList(values));
    int position = Arrays.asList(call.getParameterTypes()).indexOf(StepContext.class);
    if (position >= 0) {
      arguments.add(position, context);
    }
    return call.invoke(lambda, arguments.toArray());
  }
}
