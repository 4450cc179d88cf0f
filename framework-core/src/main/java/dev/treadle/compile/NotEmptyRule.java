package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import java.util.List;

final class NotEmptyRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    if (draft.uses().isEmpty()) {
      findings.add(
          0,
          new Problem(
              CoreProblem.GRAPH_EMPTY,
              "The pipeline has no steps.",
              List.of(),
              "call p.step(Type::method) in define()"));
    }
  }
}
