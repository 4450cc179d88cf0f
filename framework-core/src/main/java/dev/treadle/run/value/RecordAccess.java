package dev.treadle.run.value;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads components of records by name. */
public final class RecordAccess {
  private record Key(Class<?> type, String accessor) {}

  private static final Map<Key, Method> ACCESSORS = new ConcurrentHashMap<>();

  private RecordAccess() {}

  public static Object read(Object whole, String accessor) {
    Method method =
        ACCESSORS.computeIfAbsent(new Key(whole.getClass(), accessor), RecordAccess::find);
    try {
      Object value = method.invoke(whole);
      if (value == null) {
        throw new TreadleException(
            CoreProblem.STEP_FAILED,
            "Component '" + accessor + "' of " + whole.getClass().getName()
                + " is null and cannot be an artifact; make it an Optional");
      }
      return value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TreadleException(
          CoreProblem.STEP_FAILED,
          "Component '" + accessor + "' of " + whole.getClass().getName() + " cannot be read: "
              + cause,
          cause);
    }
  }

  /** Makes a record of its components in their order. */
  static Object create(Class<?> type, List<Object> components) {
    try {
      Class<?>[] types = Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components.toArray());
    } catch (ReflectiveOperationException e) {
      throw new TreadleException(
          CoreProblem.STEP_FAILED, type.getName() + " cannot be made of its components: " + e, e);
    }
  }

  private static Method find(Key key) {
    try {
      Method method = key.type().getMethod(key.accessor());
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new TreadleException(
          CoreProblem.STEP_NOT_FOUND,
          key.type().getName() + " has no component '" + key.accessor() + "'",
          e);
    }
  }
}
