package dev.treadle.partial;

import dev.treadle.error.NearNames;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps that options name. What no step is called is noted as a problem. */
final class StepNames {
  private final String pipeline;
  private final List<String> steps;
  private final List<String> problems;

  StepNames(PipelineGraph graph, List<String> problems) {
    this.pipeline = graph.pipeline();
    this.steps = graph.steps().stream().map(StepNode::name).toList();
    this.problems = problems;
  }

  /** Those of an option; the name of an included pipeline stands for all of its steps. */
  Set<String> of(String option, List<String> names) {
    Set<String> found = new HashSet<>();
    for (String name : names) {
      Set<String> meant = steps.stream()
          .filter(step -> step.equals(name) || step.startsWith(name + "."))
          .collect(Collectors.toSet());
      if (meant.isEmpty()) {
        problems.add(unknown(option, name));
      }
      found.addAll(meant);
    }
    return found;
  }

  private String unknown(String option, String name) {
    int index = name.indexOf('[');
    if (index > 0 && steps.contains(name.substring(0, index))) {
      return option + " names one item of a map, '" + name
          + "'; give the step, which stands for all items, or try one item by treadle run spin";
    }
    Set<String> known = new TreeSet<>(steps);
    steps.stream().flatMap(StepNames::groups).forEach(known::add);
    return "Pipeline '" + pipeline + "' has no step '" + name + "', which " + option + " names"
        + NearNames.hint(name, known);
  }

  /** The included pipelines around a step: of {@code churn.prepare.load} those are churn.prepare and churn. */
  private static Stream<String> groups(String step) {
    return Stream.iterate(
            step.lastIndexOf('.'), dot -> dot > 0, dot -> step.lastIndexOf('.', dot - 1))
        .map(dot -> step.substring(0, dot));
  }
}
