package dev.treadle.graph;

import dev.treadle.api.Step;
import dev.treadle.api.StepRef;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.graph.MethodReference.Found;
import dev.treadle.graph.MethodReference.Refused;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Finds the method of a {@link StepRef}. */
final class NamedSteps {

  private NamedSteps() {}

  static MethodReference find(StepRef<?> step) {
    var owner = StepSignature.shortName(step.owner());
    var methods = Arrays.stream(step.owner().getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .toList();
    var named = methods.stream().filter(m -> m.getName().equals(step.method())).toList();
    if (named.isEmpty()) {
      var steps = methods.stream()
          .filter(method -> method.isAnnotationPresent(Step.class))
          .map(Method::getName)
          .sorted()
          .toList();
      return new Refused(
          CoreProblem.STEP_NOT_FOUND,
          "%s has no method '%s'%s"
              .formatted(owner, step.method(), NearNames.hint(step.method(), steps)),
          "its steps are " + String.join(", ", steps));
    }
    if (named.size() > 1) {
      return new Refused(
          CoreProblem.STEP_METHOD_UNUSABLE,
          "%s.%s is overloaded, so that its name does not say which is meant."
              .formatted(owner, step.method()),
          "rename one of the methods");
    }
    var method = named.get(0);
    if (KotlinAdapter.suspends(method)) {
      return new Refused(
          CoreProblem.STEP_METHOD_UNUSABLE,
          "%s.%s is a suspend function.".formatted(owner, step.method()),
          "write a plain function that calls it within runBlocking");
    }
    return TypeAssignability.isAssignable(method.getGenericReturnType(), step.claimedType())
        ? new Found(method)
        : new Refused(
            CoreProblem.GRAPH_TYPE,
            "%s.%s returns %s and not %s, as its StepRef claims."
                .formatted(
                    owner,
                    step.method(),
                    GenericTypes.text(method.getGenericReturnType()),
                    GenericTypes.text(step.claimedType())),
            "returning(%s.class)"
                .formatted(GenericTypes.text(GenericTypes.boxed(method.getReturnType()))));
  }
}
