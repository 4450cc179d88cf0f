package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import java.util.List;

/** Warns where lineage would show {@code arg0}. */
final class ParameterNamesRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      if (use.signature().inputs().stream().anyMatch(input -> !input.named())) {
        findings.add(
            use.node(),
            new Problem(
                CoreProblem.STEP_PARAMETER_NAMES,
                "The class of %s keeps no parameter names, so that its inputs are named arg0 and so on."
                    .formatted(use.signature().spec().shortText()),
                List.of(use.place()),
                "compile with -parameters (Maven: <parameters>true</parameters>), or put @Named on the parameters"));
      }
    }
  }
}
