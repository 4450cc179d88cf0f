package dev.treadle.compile;

import dev.treadle.api.Step;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import java.util.List;

final class StepAnnotatedRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      if (!use.signature().method().isAnnotationPresent(Step.class)) {
        findings.add(
            use.node(),
            new Problem(
                CoreProblem.STEP_NOT_ANNOTATED,
                use.signature().spec().shortText() + " is not annotated with @Step.",
                List.of(use.place()),
                "add @Step to " + use.signature().declaration()));
      }
    }
  }
}
