package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.Findings;
import dev.treadle.graph.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Warns of sides that no run can take and of branches without steps. */
final class UnreachableRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    var seen = new HashSet<Scope>();
    var branches = new HashSet<String>();
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      var scope = nodes.get(i).scope();
      if (scope.frames().isEmpty() || !seen.add(scope)) {
        continue;
      }
      scope.guards().forEach(guard -> branches.add(guard.branch()));
      if (isUnreachable(draft, scope)) {
        add(
            i,
            "'%s' can never run: the conditions around it exclude each other."
                .formatted(nodes.get(i).name()),
            nodes.get(i).location().longText(),
            findings);
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof BranchNode branch
          && !branches.contains(branch.name())
          && !isChosen(draft, branch)) {
        add(
            i,
            "Branch '%s' has no steps.".formatted(branch.name()),
            branch.location().longText(),
            findings);
      }
    }
  }

  private static boolean isUnreachable(Draft draft, Scope scope) {
    var expected = new HashMap<BindingSpec, Boolean>();
    for (var guard : scope.guards()) {
      var condition = condition(draft, guard.branch());
      if (condition.isEmpty()) {
        continue;
      }
      var other = expected.putIfAbsent(condition.get(), guard.expected());
      var never = new BindingSpec.Literal(String.valueOf(!guard.expected()));
      if ((other != null && other != guard.expected()) || condition.get().equals(never)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<BindingSpec> condition(Draft draft, String branch) {
    return draft
        .node(branch)
        .flatMap(
            node -> node instanceof BranchNode of ? Optional.of(of.condition()) : Optional.empty());
  }

  /** Whether a choice between two values recorded before uses the branch. */
  private static boolean isChosen(Draft draft, BranchNode branch) {
    return draft
        .index()
        .find(branch.name())
        .filter(i -> draft.index().successors(i).length > 0)
        .isPresent();
  }

  private static void add(int node, String message, String place, Findings findings) {
    findings.add(
        node,
        new Problem(
            CoreProblem.GRAPH_UNREACHABLE, message, List.of("at " + place), "leave it out"));
  }
}
