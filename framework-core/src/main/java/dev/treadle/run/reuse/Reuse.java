package dev.treadle.run.reuse;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which steps may use stored results.
 *
 * @param none whether no step may
 * @param fresh steps that may not, by name, when others may
 */
public record Reuse(boolean none, Set<String> fresh) {
  public static final Reuse ALLOWED = new Reuse(false, Set.of());
  public static final Reuse FORBIDDEN = new Reuse(true, Set.of());

  public Reuse {
    fresh = Set.copyOf(fresh);
  }

  /** Of all steps but these. */
  public static Reuse allowedBut(Collection<String> fresh) {
    return new Reuse(false, Set.copyOf(fresh));
  }

  /**
   * Refuses names that no step has.
   *
   * @throws TreadleException RUN-205 with near names
   */
  public void refuseUnknown(PipelineGraph graph) {
    List<String> names = graph.steps().stream().map(StepNode::name).toList();
    fresh.stream().filter(name -> !names.contains(name)).sorted().findFirst().ifPresent(name -> {
      throw new TreadleException(
          CoreProblem.RUN_STEP_NOT_FOUND,
          "Pipeline '" + graph.pipeline() + "' has no step '" + name + "', which --no-cache names"
              + NearNames.hint(name, names));
    });
  }

  boolean allows(String step) {
    return !none && !fresh.contains(step);
  }
}
