package dev.treadle.config;

import dev.treadle.api.Pipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds the parameter records of pipelines. */
public final class ParameterTypes {
  private ParameterTypes() {}

  /**
   * The record that the pipeline's parameters are bound to.
   *
   * @throws TreadleException PARAM-112 when the class does not say it
   */
  public static Class<? extends Record> of(Class<?> pipeline) {
    Type found = argument(pipeline, new HashMap<>());
    if (found instanceof Class<?> type && type.isRecord()) {
      return type.asSubclass(Record.class);
    }
    throw new TreadleException(
        CoreProblem.PARAM_TYPE,
        "Pipeline class " + pipeline.getName()
            + " does not name its parameter record; implement Pipeline<Params>");
  }

  private static Type argument(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = ((Class<?>) parameterized.getRawType()).getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        Type argument = parameterized.getActualTypeArguments()[i];
        known.put(
            variables[i],
            argument instanceof TypeVariable<?> v ? known.getOrDefault(v, v) : argument);
      }
      if (parameterized.getRawType() == Pipeline.class) {
        return known.getOrDefault(variables[0], Object.class);
      }
    }
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    return Arrays.stream(raw.getGenericInterfaces())
        .filter(i -> Pipeline.class.isAssignableFrom(
            (Class<?>) (i instanceof ParameterizedType p ? p.getRawType() : i)))
        .findFirst()
        .map(i -> argument(i, known))
        .orElseGet(() -> raw.getGenericSuperclass() == null
            ? Object.class
            : argument(raw.getGenericSuperclass(), known));
  }
}
