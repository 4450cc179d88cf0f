package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.PipelineNames;
import java.util.List;

final class PipelineNameRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    var name = draft.graph().pipeline();
    if (PipelineNames.isReserved(name)) {
      findings.add(
          0,
          new Problem(
              CoreProblem.GRAPH_NAME,
              "No pipeline can be named '%s': it is a command of treadle.".formatted(name),
              List.of(),
              "give the class another name"));
    } else if (!PipelineNames.isValid(name)) {
      findings.add(
          0,
          new Problem(
              CoreProblem.GRAPH_NAME,
              "'%s' is not allowed as the name of a pipeline: up to 100 letters, digits, '_', '.' and '-', a letter first."
                  .formatted(name),
              List.of(),
              "give the class another name"));
    }
  }
}
