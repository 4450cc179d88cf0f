package dev.treadle.graph;

import dev.treadle.api.run.RunListener;
import dev.treadle.error.CoreProblem;
import java.lang.reflect.Modifier;

/** The rule for classes that hear of runs: each run makes its own instance, in whatever process drives it. */
final class Listeners {

  private Listeners() {}

  /** The class's name; what is wrong with it is added to the graph's problems. */
  static String name(
      Class<? extends RunListener> type, RecordedGraph graph, SourceLocation location) {
    if (!isUsable(type)) {
      graph.problem(
          CoreProblem.STEP_LISTENER,
          "Listener %s cannot be made: it has to be a public class with a public constructor without parameters."
              .formatted(StepSignature.shortName(type)),
          location,
          "public final class MyListener implements RunListener { … }");
    }
    return type.getName();
  }

  private static boolean isUsable(Class<?> type) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    try {
      return Modifier.isPublic(type.getDeclaredConstructor().getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
