package dev.treadle.compile;

import dev.treadle.api.StepContext;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.StepSignature;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** What a step method may look like. */
final class StepMethodRule implements GraphRule {
  private static final int MOST_INPUTS = 6;

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      var signature = use.signature();
      var method = signature.method();
      if (!Modifier.isPublic(method.getModifiers())) {
        add(use, "is not public", "make it public", findings);
      }
      if (method.isVarArgs()) {
        add(use, "is varargs", "take a List", findings);
      }
      if (method.getTypeParameters().length > 0) {
        add(use, "is generic", "write the types out, one method for each", findings);
      }
      if (isOverloaded(method)) {
        add(use, "is overloaded", "give each of the methods a name of its own", findings);
      }
      if (contextIsMisplaced(signature)) {
        add(
            use,
            "takes its StepContext in the wrong place",
            "make it the first parameter",
            findings);
      }
      if (signature.inputs().size() > MOST_INPUTS) {
        var fault =
            "has %d inputs and the limit is %d".formatted(signature.inputs().size(), MOST_INPUTS);
        add(use, fault, "group some of them in a record", findings);
      }
    }
  }

  private static boolean isOverloaded(Method method) {
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
            .filter(other -> !other.isSynthetic() && other.getName().equals(method.getName()))
            .count()
        > 1;
  }

  private static boolean contextIsMisplaced(StepSignature signature) {
    return signature.inputs().stream().anyMatch(input -> input.type() == StepContext.class);
  }

  private static void add(Draft.Use use, String fault, String fix, Findings findings) {
    findings.add(
        use.node(),
        new Problem(
            CoreProblem.STEP_METHOD_UNUSABLE,
            "Step method %s %s.".formatted(use.signature().spec().shortText(), fault),
            List.of(use.place()),
            fix));
  }
}
