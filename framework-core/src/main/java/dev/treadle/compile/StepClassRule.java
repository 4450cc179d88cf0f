package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Another process must be able to reach the step's class. */
final class StepClassRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      var method = use.signature().method();
      fault(method.getDeclaringClass())
          .ifPresent(fault -> findings.add(
              use.node(),
              new Problem(
                  CoreProblem.STEP_CLASS_UNUSABLE,
                  "%s, the class of step %s, %s."
                      .formatted(
                          method.getDeclaringClass().getSimpleName(), method.getName(), fault),
                  List.of(use.place()),
                  "move the step into a public top-level or public static nested class")));
    }
  }

  private static Optional<String> fault(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass()) {
      return Optional.of(type.isLocalClass() ? "is local to a method" : "is anonymous");
    }
    if (type.isHidden()) {
      return Optional.of("is hidden");
    }
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (at.isMemberClass() && !Modifier.isStatic(at.getModifiers())) {
        return Optional.of("is an inner class");
      }
      if (!Modifier.isPublic(at.getModifiers())) {
        return Optional.of(
            at == type ? "is not public" : "is in " + at.getSimpleName() + ", which is not public");
      }
    }
    return Optional.empty();
  }
}
