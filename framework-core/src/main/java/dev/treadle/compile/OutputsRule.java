package dev.treadle.compile;

import dev.treadle.api.Outputs;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import java.util.List;

/** Only records are bundles of outputs. */
final class OutputsRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      var returned = use.signature().method().getReturnType();
      if (Outputs.class.isAssignableFrom(returned) && !use.signature().hasSeveralOutputs()) {
        findings.add(
            use.node(),
            new Problem(
                CoreProblem.STEP_OUTPUTS,
                "%s returns %s, which implements Outputs and is not a record."
                    .formatted(use.signature().spec().shortText(), GenericTypes.text(returned)),
                List.of(use.place()),
                "make it a record, each component an output"));
      }
    }
  }
}
