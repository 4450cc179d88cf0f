package dev.treadle.compile;

import dev.treadle.api.Pipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The class of a pipeline: what finds and starts it needs no more than its name. */
public final class PipelineClass {

  private PipelineClass() {}

  /** Why the class cannot be found and started by name. */
  public static Optional<Problem> fault(Class<?> type) {
    if (!Pipeline.class.isAssignableFrom(type)) {
      return fault(type, "does not implement Pipeline");
    }
    if (type.isAnonymousClass() || type.isLocalClass() || type.isHidden()) {
      return fault(type, "is local, anonymous or a lambda");
    }
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers())) {
        return fault(
            type,
            at == type ? "is not public" : "is in " + at.getSimpleName() + ", which is not public");
      }
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return fault(type, "is abstract");
    }
    var canBeMade =
        Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
    return canBeMade
        ? Optional.empty()
        : fault(type, "has no public constructor without arguments");
  }

  private static Optional<Problem> fault(Class<?> type, String fault) {
    return Optional.of(
        new Problem(
            CoreProblem.RUN_PIPELINE_CLASS,
            "The pipeline class %s %s.".formatted(type.getName(), fault),
            List.of(),
            "make it a public top-level or static nested class with a public constructor without arguments"));
  }
}
