package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import java.util.HashMap;
import java.util.List;

/** No two outputs are versions of the same artifact by accident. */
final class PublishedNamesRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    var makers = new HashMap<String, Node>();
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof StepNode step) {
        for (var output : step.outputs()) {
          var name = output.publishedAs();
          var other = name.isEmpty() ? null : makers.putIfAbsent(name, step);
          if (other != null) {
            findings.add(
                i,
                new Problem(
                    CoreProblem.GRAPH_DUPLICATE_OUTPUT,
                    "'%s' and '%s' both publish an artifact '%s'."
                        .formatted(other.name(), step.name(), name),
                    List.of(
                        "first at " + other.location().longText(),
                        "again at " + step.location().longText()),
                    "give one another name by outputNamed(\"...\")"));
          }
        }
      }
    }
  }
}
