package dev.treadle.compile;

import dev.treadle.api.StepContext;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.InputSpec;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepSignature;
import java.util.List;

/** A call by name has bound every input. */
final class InputsBoundRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof StepNode step
          && step.inputs().size() < draft.signature(step).inputs().size()) {
        // A context in the wrong place is the mistake of another rule.
        var bound = step.inputs().stream().map(InputSpec::parameter).toList();
        var missing = draft.signature(step).inputs().stream()
            .filter(input -> input.type() != StepContext.class)
            .map(StepSignature.Input::name)
            .filter(name -> !bound.contains(name))
            .toList();
        if (missing.isEmpty()) {
          continue;
        }
        findings.add(
            i,
            new Problem(
                CoreProblem.STEP_UNBOUND_INPUT,
                "Step '%s' does not bind %s of %s."
                    .formatted(
                        step.name(), String.join(", ", missing), step.method().shortText()),
                List.of("used at " + step.location().longText()),
                "with(\"%s\", ...)".formatted(missing.get(0))));
      }
    }
  }
}
