package dev.treadle.examples.penguins;

import dev.treadle.api.StepContext;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a step said through its context: the last value of each fact and metric. */
record Recorded(Map<String, Object> values) {

  Recorded() {
    this(new LinkedHashMap<>());
  }

  StepContext context() {
    StepContext silent = StepContext.noop();
    return (StepContext) Proxy.newProxyInstance(
        StepContext.class.getClassLoader(),
        new Class<?>[] {StepContext.class},
        (proxy, method, args) -> {
          if (method.getName().equals("metadata") || method.getName().equals("metric")) {
            values.put((String) args[0], args[args.length - 1]);
          }
          return method.invoke(silent, args);
        });
  }
}
