package dev.treadle.graph;

import dev.treadle.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems and gives them in the order of the nodes that they belong to. */
public final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  private record Finding(int node, Problem problem) {}

  /**
   * Adds a problem.
   *
   * @param node the index of the node, or of the next node when there is none
   */
  public void add(int node, Problem problem) {
    findings.add(new Finding(node, problem));
  }

  public void addAll(Findings others) {
    findings.addAll(others.findings);
  }

  public List<Problem> inOrder() {
    return findings.stream()
        .sorted(Comparator.comparingInt(Finding::node))
        .map(Finding::problem)
        .toList();
  }
}
