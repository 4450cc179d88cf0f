package dev.treadle.compile;

import dev.treadle.api.Outputs;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import dev.treadle.graph.OutputSpec;
import java.util.List;

/** Only records are bundles of outputs, and none of their outputs has the name that means the whole. */
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
      if (use.signature().hasSeveralOutputs()
          && use.signature().output(OutputSpec.RESULT).isPresent()) {
        findings.add(
            use.node(),
            new Problem(
                CoreProblem.STEP_OUTPUTS,
                "%s returns %s, which has a component named '%s'; that name means the whole of what a step returns."
                    .formatted(
                        use.signature().spec().shortText(),
                        GenericTypes.text(returned),
                        OutputSpec.RESULT),
                List.of(use.place()),
                "give the component another name"));
      }
    }
  }
}
