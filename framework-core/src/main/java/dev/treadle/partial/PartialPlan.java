package dev.treadle.partial;

import dev.treadle.api.run.StepSelection;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A selection of steps, worked out for a graph: what becomes of each node. Knows of no run. */
public final class PartialPlan {
  private final PipelineGraph graph;
  private final GraphOrder order;
  private final Map<String, Part> parts;
  private final Map<String, String> reasons;
  private final List<Need> needs;

  private PartialPlan(
      PipelineGraph graph,
      GraphOrder order,
      Map<String, Part> parts,
      Map<String, String> reasons,
      List<Need> needs) {
    this.graph = graph;
    this.order = order;
    this.parts = parts;
    this.reasons = reasons;
    this.needs = needs;
  }

  /**
   * Works a selection out.
   *
   * @throws TreadleException RUN-205 when no step has a name, RUN-240 when the selection makes no sense; with all problems
   */
  public static PartialPlan of(PipelineGraph graph, StepSelection selection) {
    refuseContradictions(selection);
    GraphOrder order = new GraphOrder(graph);
    List<String> unknown = new ArrayList<>();
    StepNames names = new StepNames(graph, unknown);
    Set<String> from = names.of("--from", selection.from());
    Set<String> to = names.of("--to", selection.to());
    Set<String> only = names.of("--only", selection.only());
    Set<String> skip = names.of("--skip", selection.skip());
    if (!unknown.isEmpty()) {
      throw new TreadleException(CoreProblem.RUN_STEP_NOT_FOUND, String.join("\n", unknown));
    }
    Set<String> chosen =
        graph.steps().stream().map(StepNode::name).collect(Collectors.toCollection(HashSet::new));
    if (!from.isEmpty()) {
      chosen.retainAll(order.downstream(from));
    }
    if (!to.isEmpty()) {
      chosen.retainAll(order.upstream(to));
    }
    if (!only.isEmpty()) {
      chosen.retainAll(only);
    }
    PartialPlan plan = plan(graph, order, chosen, skip, selection);
    plan.refuseNothing(selection);
    plan.refuseMixedMaps();
    return plan;
  }

  private static PartialPlan plan(
      PipelineGraph graph,
      GraphOrder order,
      Set<String> chosen,
      Set<String> skip,
      StepSelection selection) {
    Map<String, String> leftOut = LeftOutSteps.of(graph.nodes(), order, chosen, skip);
    Set<String> executed = new LinkedHashSet<>(chosen);
    executed.removeAll(leftOut.keySet());
    Needs needs = new Needs(order, executed, leftOut.keySet());
    graph.steps().stream()
        .filter(step -> executed.contains(step.name()))
        .forEach(needs::addExecuted);
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      Part part = node instanceof StepNode
          ? executed.contains(node.name())
              ? Part.EXECUTED
              : needs.takes(node.name()) ? Part.TAKEN : Part.LEFT_OUT
          : needs.reaches(node.name()) ? Part.EXECUTED : Part.LEFT_OUT;
      parts.put(node.name(), part);
      if (part != Part.EXECUTED) {
        reasons.put(
            node.name(), leftOut.getOrDefault(node.name(), "not among " + limits(selection)));
      }
    }
    return new PartialPlan(graph, order, parts, reasons, needs.taken());
  }

  /** What becomes of a node of the graph. */
  public Part part(String node) {
    return Objects.requireNonNull(parts.get(node), node);
  }

  /** Why a node is not executed, as one line. */
  public String reason(String node) {
    return Objects.requireNonNull(reasons.get(node), node);
  }

  PipelineGraph graph() {
    return graph;
  }

  GraphOrder order() {
    return order;
  }

  /** The steps whose results come from another run, each with one use. */
  List<Need> needs() {
    return needs;
  }

  private static String limits(StepSelection selection) {
    return new StepSelection(selection.from(), selection.to(), selection.only(), List.of(), null)
        .text();
  }

  private static void refuseContradictions(StepSelection selection) {
    List<String> problems = new ArrayList<>();
    if (selection.coversAll()) {
      problems.add("--with-inputs-of has no use where every step is executed"
          + "\nfix: say which are, by --from, --to, --only or --skip");
    }
    if (!selection.only().isEmpty()
        && !(selection.from().isEmpty() && selection.to().isEmpty())) {
      problems.add("--only excludes --from and --to\nfix: leave one of them out");
    }
    refuse(problems);
  }

  private void refuseNothing(StepSelection selection) {
    if (!parts.containsValue(Part.EXECUTED)) {
      refuse(List.of("Nothing of '" + graph.pipeline() + "' is left to execute by "
          + selection.text() + "\nsee: treadle pipeline graph " + graph.pipeline()));
    }
  }

  /** The results of a map's steps are those of items; when the list is made anew, nobody knows of which. */
  private void refuseMixedMaps() {
    List<String> problems = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (node instanceof MapNode map && part(map.name()) == Part.EXECUTED) {
        List<String> taken = order.body(map.name()).stream()
            .filter(step -> part(step) == Part.TAKEN)
            .toList();
        List<String> makers = taken.isEmpty() ? List.of() : executedIn(map.items());
        if (!makers.isEmpty()) {
          problems.add(
              String.join(", ", makers) + " makes the list of a map anew, and the results of "
                  + String.join(", ", taken) + " for its items would be old ones"
                  + "\nfix: execute " + String.join(", ", taken) + ", too, or leave out "
                  + String.join(", ", makers));
        }
      }
    }
    refuse(problems);
  }

  private List<String> executedIn(BindingSpec binding) {
    Set<String> found = new LinkedHashSet<>();
    ValueSources.visit(binding, order, new ValueSources() {
      @Override
      public void output(BindingSpec.Output output) {
        if (part(output.node()) == Part.EXECUTED) {
          found.add(output.node());
        }
      }

      @Override
      public void map(String name) {
        // Its results are what counts.
      }

      @Override
      public void branch(String name) {
        // The side that it takes is looked at.
      }
    });
    return List.copyOf(found);
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new TreadleException(CoreProblem.RUN_SELECTION, String.join("\n", problems));
    }
  }
}
